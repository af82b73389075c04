import { Description, DescriptionList } from '@/components/ui/description-list';
import { IdText } from '@/components/ui/id-text';
import { formatMoment } from '@/lib/i18n/format-time';
import { language } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { JobDetail } from '@/lib/messages/extension-contract';

/** What is known of a request whose answer is not: its key and when it left. */
export function UnknownFacts({ row }: { row: JobDetail['rows'][number] }) {
  const last = row.attempts.at(-1);
  return (
    <DescriptionList>
      <Description term={screenMessages.value.job.sentAt}>
        {last && formatMoment(language.value, last.startedAt)}
      </Description>
      <Description term={screenMessages.value.job.key}>{row.key && <IdText>{row.key}</IdText>}</Description>
      <Description term={screenMessages.value.job.answeredValue}>
        {row.outcome?.value && <IdText>{row.outcome.value}</IdText>}
      </Description>
    </DescriptionList>
  );
}
