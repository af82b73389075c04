import type { App } from '@/components/app/app';
import { createAction } from '@/components/app/create-action';
import { ErrorNotice } from '@/components/app/error-notice';
import { useOnce } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { messages } from '@/lib/i18n/messages';
import type { JobSummary } from '@/lib/messages/app-state';

/** Why the worker gets no further with the rows of a draft, such as a full disk, and a way to have it try again. */
export function StuckNotice({ app, job }: { app: App; job: JobSummary }) {
  const trying = useOnce(createAction);
  const error = job.progress?.stuckBy;
  if (!error) return null;
  const again = () =>
    trying.run(async () => {
      await app.client.call('app.wake', {});
      await app.refresh();
    });
  return (
    <ErrorNotice
      app={app}
      error={error}
      actions={
        <Button busy={trying.isBusy.value} onClick={() => void again()}>
          {messages.value.words.retry}
        </Button>
      }
    />
  );
}
