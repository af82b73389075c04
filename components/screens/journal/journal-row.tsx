import { useSignal } from '@preact/signals';
import { operationName } from '@/components/screens/jobs/job-row';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { IdText } from '@/components/ui/id-text';
import { formatChinaTime, formatMoment } from '@/lib/i18n/format-time';
import { language, messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { JournalEntry } from './journal-model';
import { outcomeWords, wordFor } from './journal-words';
import { aboutEntry, Subjects } from './subjects';

/** One entry in a line: when, what, about what, with what outcome; the rest on demand. `search`: what was looked for. */
export function JournalRow({ entry, now, search = '' }: { entry: JournalEntry; now: number; search?: string }) {
  const { journal } = screenMessages.value;
  const isOpen = useSignal(false);
  const what = [
    wordFor(journal.events, entry.event),
    aboutEntry(entry, search) ?? (entry.operation && operationName(entry.operation)),
    entry.outcome && wordFor(outcomeWords(), entry.outcome),
  ];
  return (
    <li>
      <Disclosure
        summary={`${formatMoment(language.value, entry.at, now)} ${what.filter(Boolean).join(' · ')}`}
        open={isOpen.value}
        onToggle={(open) => {
          isOpen.value = open;
        }}
      >
        {isOpen.value && <Facts entry={entry} />}
      </Disclosure>
    </li>
  );
}

function Facts({ entry }: { entry: JournalEntry }) {
  const { words, errorCodes } = messages.value;
  const { journal } = screenMessages.value;
  return (
    <DescriptionList>
      <Description term={journal.sequence}>{String(entry.sequence)}</Description>
      <Description term={journal.time}>{`${formatChinaTime(entry.at)} ${words.chinaTime}`}</Description>
      <Description term={journal.operation}>{entry.operation && operationName(entry.operation)}</Description>
      <Description term={journal.subjects}>{entry.subjects && <Subjects subjects={entry.subjects} />}</Description>
      <Description term={journal.operator}>
        {entry.operator && [entry.operator.name, entry.operator.id].filter(Boolean).join(' · ')}
      </Description>
      <Description term={journal.memo}>{entry.memo}</Description>
      <Description term={journal.key}>{entry.key && <IdText>{entry.key}</IdText>}</Description>
      <Description term={screenMessages.value.job.attempts}>
        {entry.attempt === undefined ? undefined : screenMessages.value.job.attempt(entry.attempt)}
      </Description>
      <Description term={journal.connection}>
        {entry.connection && [entry.connection.name, entry.connection.appKey].filter(Boolean).join(' · ')}
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
  );
}

function titlesOf(sentences: Readonly<Record<string, { title: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(sentences).map(([code, { title }]) => [code, title]));
}
