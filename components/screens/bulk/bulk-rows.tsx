import { useSignal } from '@preact/signals';
import type { App } from '@/components/app/app';
import type { Choice } from '@/components/screens/job/job-model';
import { rowTones } from '@/components/screens/job/job-tone';
import { SettleDialog } from '@/components/screens/job/settle-dialog';
import { Button } from '@/components/ui/button';
import { Chips } from '@/components/ui/chips';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { inbox } from '@/components/ui/screen-icons';
import { Section } from '@/components/ui/section';
import { Skeleton } from '@/components/ui/skeleton';
import { Stack } from '@/components/ui/stack';
import { Tag } from '@/components/ui/tag';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { formatCount } from '@/lib/i18n/format-number';
import { language, messages } from '@/lib/i18n/messages';
import styles from './bulk.module.css';
import type { BulkJobModel, JobRow, OutcomeFilter } from './bulk-job-model';
import { isBulkOperation } from './bulk-operations';
import { type Asked, choices } from './decision';
import { JobRowDetail, reasonOf } from './job-row-detail';
import { personOf } from './person-of';
import { countedStates } from './sum-line';

interface RowsProps {
  app: App;
  model: BulkJobModel;
}

/** What became of each row, a page at a time, what needs a look first. */
export function BulkRows({ app, model }: RowsProps) {
  const asked = useSignal<Asked | undefined>(undefined);
  const { job: words, check } = bulkMessages.value;
  const { pages } = model;
  const filter = pages.filter.value;
  const count = (amount: number) => formatCount(language.value, amount);
  const ask = (next: Asked) => {
    asked.value = next;
  };
  const needsLook = filter === 'unknown' || filter === 'failed';
  return (
    <Section title={needsLook ? words.look : words.rows}>
      <Filter model={model} />
      {filter === 'unknown' && model.summary.value.counts.unknown > 1 && <DecideAll model={model} onAsk={ask} />}
      <Listed app={app} model={model} onAsk={ask} />
      {(pages.hasPrevious.value || pages.hasNext.value) && (
        <Pager
          shown={check.shownRows(
            count(pages.before.value + 1),
            count(pages.before.value + pages.rows.value.length),
            count(countOf(model, filter)),
          )}
          previous={{ label: check.previous, go: pages.hasPrevious.value ? () => void pages.previous() : undefined }}
          next={{ label: check.next, go: pages.hasNext.value ? () => void pages.next() : undefined }}
        />
      )}
      {asked.value && <Settle asked={asked.value} model={model} onEnd={() => (asked.value = undefined)} />}
    </Section>
  );
}

function countOf({ summary }: BulkJobModel, filter: OutcomeFilter): number {
  return filter === 'all' ? summary.value.total : summary.value.counts[filter];
}

function Filter({ model }: { model: BulkJobModel }) {
  const { job: words } = bulkMessages.value;
  const { rowStates } = messages.value.jobs;
  const shown = countedStates.filter((state) => countOf(model, state) > 0 || model.pages.filter.value === state);
  const label = (name: string, amount: number) => words.stateCount(name, formatCount(language.value, amount));
  return (
    <Chips<OutcomeFilter>
      id="outcome-filter"
      label={words.show}
      value={model.pages.filter.value}
      choices={[
        { value: 'all', label: label(words.all, countOf(model, 'all')) },
        ...shown.map((state) => ({ value: state, label: label(rowStates[state], countOf(model, state)) })),
      ]}
      onValue={(filter) => void model.pages.show(filter)}
    />
  );
}

/** The same for every unknown row: looked up once, decided once. */
function DecideAll({ model, onAsk }: { model: BulkJobModel; onAsk(asked: Asked): void }) {
  const { job: words, ...all } = bulkMessages.value;
  const { operation, counts } = model.summary.value;
  if (!isBulkOperation(operation)) return null;
  const count = formatCount(language.value, counts.unknown);
  const labelOf = (choice: Choice) =>
    choice === 'send-again'
      ? words.decideAllAgain(all[operation][choice].label, count)
      : words.decideAll(all[operation][choice].label, count);
  return (
    <Stack along="row">
      {choices.map((choice) => (
        <Button key={choice} busy={model.acting.isBusy.value} onClick={() => onAsk({ choice })}>
          {labelOf(choice)}
        </Button>
      ))}
    </Stack>
  );
}

function Listed({ app, model, onAsk }: RowsProps & { onAsk(asked: Asked): void }) {
  const { job: words } = bulkMessages.value;
  const rows = model.pages.rows.value;
  if (!model.pages.isLoaded.value) return <Skeleton label={messages.value.words.loading} lines={4} />;
  if (rows.length === 0)
    return (
      <EmptyState icon={inbox} title={words.noRows}>
        {words.noRowsNext}
      </EmptyState>
    );
  return (
    <DataTable label={words.rows} heads={[words.heads.subject, words.heads.result, words.heads.details]}>
      {rows.map((row) => (
        <Row key={row.index} app={app} model={model} row={row} onAsk={onAsk} />
      ))}
    </DataTable>
  );
}

function Row({ app, model, row, onAsk }: RowsProps & { row: JobRow; onAsk(asked: Asked): void }) {
  const { job: words } = bulkMessages.value;
  const isOpen = model.opened.value === row.index;
  const person = personOf(model.summary.value.operation, row.values);
  return (
    <>
      <tr>
        <td>
          {person && <div>{person}</div>}
          <div class={person ? styles.ownId : styles.code}>{row.subject}</div>
        </td>
        <td>
          <Tag tone={rowTones[row.state]}>{messages.value.jobs.rowStates[row.state]}</Tag>{' '}
          <span class={styles.reason}>{reasonOf(model.summary.value.operation, row, app.ports.clock())}</span>
        </td>
        <td class={styles.actions}>
          <Button
            kind="link"
            aria-expanded={isOpen}
            aria-label={words.details(row.subject)}
            onClick={() => model.toggle(row.index)}
          >
            {words.heads.details}
          </Button>
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={3}>
            <JobRowDetail model={model} row={row} onAsk={onAsk} />
          </td>
        </tr>
      )}
    </>
  );
}

function Settle({ asked, model, onEnd }: { asked: Asked; model: BulkJobModel; onEnd(): void }) {
  const { operation, counts } = model.summary.value;
  const { [isBulkOperation(operation) ? operation : 'release-opportunity']: words } = bulkMessages.value;
  const { choice, row } = asked;
  return (
    <SettleDialog
      choice={choice}
      subject={row ? row.subject : words.rows(formatCount(language.value, counts.unknown))}
      words={words[choice]}
      onCancel={onEnd}
      onConfirm={() => {
        onEnd();
        void (row ? model.decide(row.index, choice) : model.decideAll(choice));
      }}
    />
  );
}
