import { goTo } from '@/components/app/route';
import { Button } from '@/components/ui/button';
import type { ErrorData } from '@/lib/errors/app-error';
import { screenMessages } from '@/lib/i18n/screen-messages';

interface OtherJobProps {
  error: ErrorData;
  /** What the press does; another intention unless told. */
  label?: string | undefined;
  onPress(): void;
}

/** Where another job has what was to be submitted, in part or under the same intention: the way on, and to that job. */
export function OtherJob({ error, label, onPress }: OtherJobProps) {
  const { overlap } = error.detail;
  const { release } = screenMessages.value;
  if (!overlap) return null;
  return (
    <>
      <Button onClick={onPress}>{label ?? release.asNew}</Button>
      <Button kind="link" onClick={() => goTo({ screen: 'job', jobId: overlap.jobId })}>
        {release.viewJob}
      </Button>
    </>
  );
}
