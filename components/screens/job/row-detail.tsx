import { Description, DescriptionList } from '@/components/ui/description-list';
import { IdText } from '@/components/ui/id-text';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { formatMoment } from '@/lib/i18n/format-time';
import { language, messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { tellError } from '@/lib/i18n/tell-error';
import { tellOutcome } from '@/lib/i18n/tell-outcome';
import type { JobDetail } from '@/lib/messages/extension-contract';
import { rowTones } from './job-tone';

type Row = JobDetail['rows'][number];
type Attempt = Row['attempts'][number];

/** One row: what is to be sent or was, under which key, each attempt, and what became of it. */
export function RowDetail({ row }: { row: Row }) {
  const { jobs } = messages.value;
  const { fields } = screenMessages.value;
  const labels: Readonly<Record<string, string>> = fields.labels;
  return (
    <>
      <Section title={row.subject} end={<Tag tone={rowTones[row.state]}>{jobs.rowStates[row.state]}</Tag>}>
        <DescriptionList>
          <Description term={screenMessages.value.job.result}>{reasonOf(row)}</Description>
          <Description term={screenMessages.value.job.key}>{row.key && <IdText>{row.key}</IdText>}</Description>
        </DescriptionList>
      </Section>
      {row.attempts.length > 0 && (
        <Section title={screenMessages.value.job.attempts}>
          <List label={screenMessages.value.job.attempts}>
            {row.attempts.map((attempt) => (
              <AttemptRow key={attempt.number} attempt={attempt} />
            ))}
          </List>
        </Section>
      )}
      <Section title={screenMessages.value.job.request}>
        <DescriptionList>
          {Object.entries(row.values).map(([name, value]) => (
            <Description key={name} term={Object.hasOwn(labels, name) ? (labels[name] ?? name) : name}>
              {value}
            </Description>
          ))}
        </DescriptionList>
      </Section>
    </>
  );
}

/** One try of a request, with its time and the platform's id of it. */
export function AttemptRow({ attempt }: { attempt: Attempt }) {
  const { jobs, words } = messages.value;
  const results: Readonly<Record<string, string>> = screenMessages.value.job.attemptResults;
  const result = attempt.result ?? (attempt.endedAt === undefined ? 'sending' : 'interrupted');
  const word = result === 'sending' ? jobs.rowStates.sending : (results[result] ?? result);
  const error = attempt.error && tellError(attempt.error);
  const requestId = attempt.platformRequestId ?? error?.requestId;
  return (
    <ListRow
      title={`${screenMessages.value.job.attempt(attempt.number)} · ${word}`}
      note={[
        formatMoment(language.value, attempt.startedAt),
        attempt.endedAt !== undefined && `${attempt.endedAt - attempt.startedAt} ms`,
        error?.title,
        error?.said,
      ]
        .filter(Boolean)
        .join(' · ')}
      below={
        requestId && (
          <>
            {words.requestId} <IdText>{requestId}</IdText>
          </>
        )
      }
    />
  );
}

function reasonOf(row: Row): string {
  if (!row.outcome?.reason) return '';
  if (row.outcome.decidedBy) return screenMessages.value.job.decidedByPerson;
  if (row.state === 'waiting' || row.state === 'sending') return '';
  return tellOutcome(row.state, row.outcome).title;
}
