import { ErrorNotice } from '@/components/app/error-notice';
import { goTo } from '@/components/app/route';
import { Button } from '@/components/ui/button';
import { Chips } from '@/components/ui/chips';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
import { ProgressBar } from '@/components/ui/progress-bar';
import { inbox } from '@/components/ui/screen-icons';
import { Section } from '@/components/ui/section';
import { Skeleton } from '@/components/ui/skeleton';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { formatCount } from '@/lib/i18n/format-number';
import { language, messages } from '@/lib/i18n/messages';
import styles from './bulk.module.css';
import { CheckedRow } from './checked-row';
import type { ColumnsStepProps } from './columns-step';
import type { Draft } from './draft-model';
import { DryRun } from './dry-run';
import type { RowFilter } from './preflight-model';
import { RowFocus } from './row-focus';
import { StuckNotice } from './stuck-notice';

const filters = ['all', 'faulty', 'warned', 'excluded'] as const;

/** Every row with what is wrong with it, until nothing is; then what would be sent. */
export function PreflightStep({ app, model, draft, operation }: ColumnsStepProps) {
  const { check, draft: words } = bulkMessages.value;
  const { preflight } = model;
  const error = preflight.acting.error.value ?? model.running.error.value ?? preflight.pages.loading.error.value;
  const shared = draft.sharedIssues.length;
  return (
    <>
      {error && <ErrorNotice app={app} error={error} />}
      {model.saving.error.value && <Notice tone="bad" title={words.saveFailed} role="alert" />}
      <StuckNotice app={app} job={draft.summary} />
      {draft.import.phase === 'checking' && <Checking draft={draft} />}
      {shared > 0 && (
        <Notice
          tone="bad"
          title={check.sharedFaulty(shared)}
          actions={
            <Button onClick={() => goTo({ screen: 'job', jobId: model.jobId, part: 'columns' })}>
              {check.toColumns}
            </Button>
          }
        >
          {check.sharedFaultyNext}
        </Notice>
      )}
      <Hidden model={model} draft={draft} />
      <Section title={check.rows}>
        <RowFocus>
          <Chips
            id="row-filter"
            label={check.show}
            value={preflight.pages.filter.value}
            choices={filters.map((filter) => ({
              value: filter,
              label: check.filterCount(check.filters[filter], formatCount(language.value, countOf(draft, filter))),
            }))}
            onValue={(filter) => void preflight.pages.show(filter)}
          />
          <All model={model} draft={draft} />
          <Rows app={app} model={model} draft={draft} operation={operation} />
        </RowFocus>
      </Section>
      <DryRun app={app} model={model} draft={draft} operation={operation} />
    </>
  );
}

function countOf({ import: { total, faulty, warned, excluded } }: Draft, filter: RowFilter): number {
  return { all: total, faulty, warned, excluded }[filter];
}

function Checking({ draft }: { draft: Draft }) {
  const { checkedRows, total } = draft.import;
  const sentence = bulkMessages.value.check.checking(
    formatCount(language.value, checkedRows),
    formatCount(language.value, total),
  );
  return (
    <div class={styles.progress} role="status">
      <div>{sentence}</div>
      <ProgressBar label={sentence} segments={[{ tone: 'info', amount: checkedRows }]} total={total} />
    </div>
  );
}

/** Rows that a filter of the spreadsheet hides are left out, and nobody should learn that from the result. */
function Hidden({ model, draft }: Pick<ColumnsStepProps, 'model' | 'draft'>) {
  const { check } = bulkMessages.value;
  const { hidden = 0 } = draft.import;
  if (hidden === 0) return null;
  const count = formatCount(language.value, hidden);
  return (
    <Notice
      tone="warn"
      title={check.hidden(count)}
      actions={
        <Button
          busy={model.preflight.acting.isBusy.value}
          onClick={() => void model.preflight.exclude('hidden', false)}
        >
          {check.includeHidden(count)}
        </Button>
      }
    >
      {check.hiddenNext}
    </Notice>
  );
}

/** What can be done with all rows of the filter at once. */
function All({ model, draft }: Pick<ColumnsStepProps, 'model' | 'draft'>) {
  const { check } = bulkMessages.value;
  const filter = model.preflight.pages.filter.value;
  const count = countOf(draft, filter);
  if (filter === 'all' || count === 0) return null;
  return (
    <div>
      <Button
        busy={model.preflight.acting.isBusy.value}
        onClick={() => void model.preflight.exclude(filter, filter !== 'excluded')}
      >
        {check.excludeAll[filter](formatCount(language.value, count))}
      </Button>
    </div>
  );
}

function Rows({ app, model, draft, operation }: ColumnsStepProps) {
  const { check } = bulkMessages.value;
  const { pages } = model.preflight;
  const filter = pages.filter.value;
  const rows = pages.rows.value;
  if (!pages.isLoaded.value) return <Skeleton label={messages.value.words.loading} lines={4} />;
  if (rows.length === 0)
    return (
      <EmptyState icon={inbox} title={check.empty[filter]}>
        {check.emptyNext[filter]}
      </EmptyState>
    );
  const count = (amount: number) => formatCount(language.value, amount);
  const before = pages.before.value;
  return (
    <>
      <DataTable label={check.rows} heads={[check.heads.row, check.heads.content, check.heads.actions]}>
        {rows.map((row) => (
          <CheckedRow key={row.index} app={app} model={model} draft={draft} operation={operation} row={row} />
        ))}
      </DataTable>
      {(pages.hasPrevious.value || pages.hasNext.value) && (
        <Pager
          shown={check.shownRows(count(before + 1), count(before + rows.length), count(countOf(draft, filter)))}
          previous={{ label: check.previous, go: pages.hasPrevious.value ? () => void pages.previous() : undefined }}
          next={{ label: check.next, go: pages.hasNext.value ? () => void pages.next() : undefined }}
        />
      )}
    </>
  );
}
