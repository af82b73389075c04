import { operationName } from '@/components/screens/jobs/job-row';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { IdText } from '@/components/ui/id-text';
import { ListRow } from '@/components/ui/list';
import { formatMoment } from '@/lib/i18n/format-time';
import { language, messages } from '@/lib/i18n/messages';
import type { JournalEntry } from './journal-model';

/** One entry: what was done, to what, when, by whom; the rest on demand. */
export function JournalRow({ entry, now }: { entry: JournalEntry; now: number }) {
  const { journal } = messages.value;
  const title = [wordFor(journal.events, entry.event), entry.subject].filter(Boolean).join(' · ');
  const note = [
    formatMoment(language.value, entry.at, now),
    entry.operation && operationName(entry.operation),
    entry.operator?.name,
    entry.outcome && outcomeWord(entry.outcome),
  ];
  return <ListRow title={title} note={note.filter(Boolean).join(' · ')} below={<Rest entry={entry} />} />;
}

function Rest({ entry }: { entry: JournalEntry }) {
  const { journal, words, errorCodes } = messages.value;
  return (
    <Disclosure summary={`${journal.sequence} ${entry.sequence}`}>
      <DescriptionList>
        <Description term={journal.memo}>{entry.memo}</Description>
        <Description term={journal.key}>{entry.key && <IdText>{entry.key}</IdText>}</Description>
        <Description term={journal.connection}>
          {entry.connection && `${entry.connection.name} · ${entry.connection.appKey}`}
        </Description>
        <Description term={words.errorCode}>{entry.error && wordFor(titlesOf(errorCodes), entry.error)}</Description>
        <Description term={words.requestId}>
          {entry.platformRequestId && <IdText>{entry.platformRequestId}</IdText>}
        </Description>
        <Description term={journal.note}>{entry.note}</Description>
        <Description term={journal.hash}>
          <IdText>{entry.hash}</IdText>
        </Description>
      </DescriptionList>
    </Disclosure>
  );
}

function outcomeWord(outcome: string): string {
  const { jobs } = messages.value;
  const choices = Object.entries(jobs.settle.choices).map(([choice, { label }]) => [choice, label] as const);
  return wordFor({ ...jobs.rowStates, ...Object.fromEntries(choices) }, outcome);
}

function titlesOf(sentences: Readonly<Record<string, { title: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(sentences).map(([code, { title }]) => [code, title]));
}

/** The catalogue's word; what a newer version wrote down is shown as it is. */
function wordFor(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}
