import { Description, DescriptionList } from '@/components/ui/description-list';
import { IdText } from '@/components/ui/id-text';
import { formatMoment } from '@/lib/i18n/format-time';
import { language, messages } from '@/lib/i18n/messages';
import type { JobDetail } from '@/lib/messages/extension-contract';

/** What is known of a request whose answer is not: its key and when it left. */
export function UnknownFacts({ row }: { row: JobDetail['rows'][number] }) {
  const { jobs } = messages.value;
  const last = row.attempts.at(-1);
  return (
    <DescriptionList>
      <Description term={jobs.sentAt}>{last && formatMoment(language.value, last.startedAt)}</Description>
      <Description term={jobs.key}>{row.key && <IdText>{row.key}</IdText>}</Description>
      <Description term={jobs.answeredValue}>{row.outcome?.value && <IdText>{row.outcome.value}</IdText>}</Description>
    </DescriptionList>
  );
}
