import { SaidByPlatform } from '@/components/app/said-by-platform';
import { AttemptRow } from '@/components/screens/job/row-detail';
import { Button } from '@/components/ui/button';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { IdText } from '@/components/ui/id-text';
import { List } from '@/components/ui/list';
import { Stack } from '@/components/ui/stack';
import { bulkMessages, fieldWords } from '@/lib/i18n/bulk-messages';
import type { Description as Told } from '@/lib/i18n/describe-error';
import { formatMoment } from '@/lib/i18n/format-time';
import { language, messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { updateOpportunity } from '@/lib/operations/update-opportunity';
import styles from './bulk.module.css';
import type { BulkJobModel, JobRow } from './bulk-job-model';
import { isBulkOperation } from './bulk-operations';
import { type Asked, choices } from './decision';
import { knownIssue, skippedSentence } from './skipped-sentence';
import { tellRow } from './tell-row';

/** Everything that is known of a row; of an unknown one with what a person may say of it. */
export function JobRowDetail({ model, row, onAsk }: { model: BulkJobModel; row: JobRow; onAsk(asked: Asked): void }) {
  const { job: text } = screenMessages.value;
  const { operation } = model.summary.value;
  const told = row.outcome?.decidedBy ? undefined : toldOf(operation, row);
  return (
    <div class={styles.detail}>
      {told && row.state !== 'succeeded' && (
        <div>
          <div>{told.title}</div>
          <div class={styles.faint}>{told.next}</div>
          <SaidByPlatform said={told.said} requestId={told.requestId} />
        </div>
      )}
      {row.state === 'unknown' && isBulkOperation(operation) && (
        <Stack along="row">
          {choices.map((choice) => (
            <Button key={choice} busy={model.acting.isBusy.value} onClick={() => onAsk({ choice, row })}>
              {bulkMessages.value[operation][choice].label}
            </Button>
          ))}
        </Stack>
      )}
      <DescriptionList>
        <Description term={text.key}>{row.key && <IdText>{row.key}</IdText>}</Description>
        <Description term={text.answeredValue}>{row.outcome?.value}</Description>
        {Object.entries(row.values).map(([name, value]) => (
          <Description key={name} term={fieldWords(operation, name).label}>
            {value}
          </Description>
        ))}
      </DescriptionList>
      {row.attempts.length > 0 && (
        <List label={text.attempts}>
          {row.attempts.map((attempt) => (
            <AttemptRow key={attempt.number} attempt={attempt} />
          ))}
        </List>
      )}
    </div>
  );
}

/** Why, in one line; of what is unknown since when. */
export function reasonOf(operation: string, { state, outcome, attempts }: JobRow, now: number): string {
  if (outcome?.decidedBy) return screenMessages.value.job.decidedByPerson;
  if (state === 'unknown') {
    const last = attempts.at(-1);
    return last ? bulkMessages.value.job.sentAt(formatMoment(language.value, last.startedAt, now)) : '';
  }
  if (state === 'skipped') return skippedSentence(outcome?.reason ?? '');
  // One that went well is told of only where some of it was left.
  if (state === 'succeeded') return knownIssue(outcome?.reason ?? '') ?? '';
  const told = toldOf(operation, { state, outcome });
  if (!told) return '';
  // A CRM says in its own words what it does not like of a record.
  if (operation === updateOpportunity.id) return [told.title, told.said].filter(Boolean).join(' · ');
  const why = outcome?.reason ? told.title : (told.said ?? told.title);
  // The tag beside it says that already.
  return why === messages.value.jobs.rowStates[state] ? '' : why;
}

function toldOf(operation: string, { state, outcome }: Pick<JobRow, 'state' | 'outcome'>): Told | undefined {
  return !outcome || state === 'waiting' || state === 'sending' ? undefined : tellRow(operation, state, outcome);
}
