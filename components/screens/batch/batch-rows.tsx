import { useSignal } from '@preact/signals';
import type { Choice, JobModel } from '@/components/screens/job/job-model';
import { rowTones } from '@/components/screens/job/job-tone';
import { SettleDialog } from '@/components/screens/job/settle-dialog';
import { Button } from '@/components/ui/button';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { Stack } from '@/components/ui/stack';
import { Tag } from '@/components/ui/tag';
import { batchMessages } from '@/lib/i18n/batch-messages';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { tellOutcome } from '@/lib/i18n/tell-outcome';
import type { JobDetail } from '@/lib/messages/extension-contract';
import { type BatchOperation, sortRows } from './batch-job';

type Row = JobDetail['rows'][number];

interface Asked {
  row: Row;
  choice: Choice;
}

const shownAtFirst = 50;

/** Every row with what became of it; what a person must look at first. */
export function BatchRows({ model, operation }: { model: JobModel; operation: BatchOperation }) {
  const isWhole = useSignal(false);
  const asked = useSignal<Asked | undefined>(undefined);
  const { batch } = batchMessages.value;
  const rows = sortRows(model.detail.value?.rows ?? []);
  if (rows.length === 0) return null;
  const shown = isWhole.value ? rows : rows.slice(0, shownAtFirst);
  const ask = (next: Asked) => {
    asked.value = next;
  };
  return (
    <Section title={batch.rows}>
      <List label={batch.rows}>
        {shown.map((row) => (
          <RowLine key={row.index} row={row} operation={operation} isBusy={model.acting.isBusy.value} onAsk={ask} />
        ))}
      </List>
      {shown.length < rows.length && (
        <Button
          onClick={() => {
            isWhole.value = true;
          }}
        >
          {batch.showAll} · {batch.shown(shown.length, rows.length)}
        </Button>
      )}
      {asked.value && (
        <Settle asked={asked.value} operation={operation} model={model} onEnd={() => (asked.value = undefined)} />
      )}
    </Section>
  );
}

interface RowLineProps {
  row: Row;
  operation: BatchOperation;
  isBusy: boolean;
  onAsk(asked: Asked): void;
}

function RowLine({ row, operation, isBusy, onAsk }: RowLineProps) {
  const { jobs } = messages.value;
  const words = batchMessages.value[operation];
  const choices: Choice[] = ['mark-succeeded', 'mark-failed', 'send-again'];
  return (
    <ListRow
      title={row.subject}
      note={[row.values.user_name, row.values.phone_number, row.values.email, ...saidOf(row)]
        .filter(Boolean)
        .join(' · ')}
      end={<Tag tone={rowTones[row.state]}>{jobs.rowStates[row.state]}</Tag>}
      below={
        row.state === 'unknown' && (
          <Stack along="row">
            {choices.map((choice) => (
              <Button key={choice} busy={isBusy} onClick={() => onAsk({ row, choice })}>
                {words[choice].label}
              </Button>
            ))}
          </Stack>
        )
      }
    />
  );
}

function Settle({
  asked,
  operation,
  model,
  onEnd,
}: {
  asked: Asked;
  operation: BatchOperation;
  model: JobModel;
  onEnd(): void;
}) {
  const { row, choice } = asked;
  return (
    <SettleDialog
      choice={choice}
      subject={row.subject}
      words={batchMessages.value[operation][choice]}
      onCancel={onEnd}
      onConfirm={() => {
        onEnd();
        void model.decide(row.index, choice);
      }}
    />
  );
}

/** Why, and the platform's own words. */
function saidOf({ state, outcome }: Row): string[] {
  if (!outcome || state === 'waiting' || state === 'sending') return [];
  if (outcome.decidedBy) return [screenMessages.value.job.decidedByPerson];
  if (state === 'succeeded')
    return outcome.value && outcome.value !== 'SUCCESS' ? [`task_id\u00a0${outcome.value}`] : [];
  const { title, said } = tellOutcome(state, outcome);
  return said ? [...(outcome.reason ? [title] : []), said] : [title];
}
