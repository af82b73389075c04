import { ErrorNotice } from '@/components/app/error-notice';
import { DataTable } from '@/components/ui/data-table';
import { Field } from '@/components/ui/field';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { Stack } from '@/components/ui/stack';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { formatCount } from '@/lib/i18n/format-number';
import { language, messages } from '@/lib/i18n/messages';
import { columnLetters } from '@/lib/tables/cell-place';
import { encodings, separators } from '@/lib/tables/table';
import styles from './bulk.module.css';
import { maskSample } from './mask-sample';
import type { Opened, RowsInModel } from './rows-in-model';

/** A table before it is taken in: how it is read, its first rows, and, while it is read, how far. */
export function OpenedTable({ model }: { model: RowsInModel }) {
  const { rowsIn } = bulkMessages.value;
  const opened = model.opened.value;
  const error = model.reading.error.value;
  const unopened = model.opening.error.value;
  if (!opened) return <Skeleton label={messages.value.words.loading} lines={5} />;
  return (
    <Stack>
      {error && <ErrorNotice error={error} />}
      {unopened && (
        <ErrorNotice error={unopened}>
          <div>{rowsIn.stillOpen}</div>
        </ErrorNotice>
      )}
      {model.reading.isBusy.value ? <Reading model={model} /> : <ReadAs model={model} opened={opened} />}
      <Section title={opened.name ?? rowsIn.pasted}>
        {model.opening.isBusy.value ? (
          <Skeleton label={messages.value.words.loading} lines={5} />
        ) : (
          <Sample model={model} opened={opened} />
        )}
      </Section>
      {!model.reading.isBusy.value && <HeaderRow model={model} rows={opened.sample.length} />}
    </Stack>
  );
}

/** Up to this are shown; a table may have hundreds. */
const shownColumns = 12;

function Sample({ model, opened: { sample } }: { model: RowsInModel; opened: Opened }) {
  const { rowsIn } = bulkMessages.value;
  const headerRow = model.headerRow.value;
  const rows = maskSample(model.operation, sample, headerRow);
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const columns = Array.from({ length: Math.min(width, shownColumns) }, (_, column) => column);
  if (rows.length === 0) return <p>{rowsIn.nothing}</p>;
  return (
    <>
      <DataTable label={rowsIn.sample} heads={columns.map(columnLetters)}>
        {rows.map((cells, row) => (
          <tr key={row} class={row < (headerRow ?? 0) ? styles.faint : undefined}>
            {columns.map((column) => (
              <td key={column} class={styles.cell}>
                {row === headerRow ? <b>{cells[column]}</b> : cells[column]}
              </td>
            ))}
          </tr>
        ))}
      </DataTable>
      {width > shownColumns && <p class={styles.faint}>{rowsIn.moreColumns(width - shownColumns)}</p>}
    </>
  );
}

/** Many a sheet has a title above its header, or none at all. */
function HeaderRow({ model, rows }: { model: RowsInModel; rows: number }) {
  const { rowsIn } = bulkMessages.value;
  return (
    <Field id="bulk-header" label={rowsIn.headerRow} hint={rowsIn.headerRowNote}>
      {(control) => (
        <Select
          {...control}
          value={String(model.headerRow.value ?? '')}
          choices={[
            { value: '', label: rowsIn.noHeader },
            ...Array.from({ length: rows }, (_, row) => ({ value: String(row), label: rowsIn.rowNumber(row + 1) })),
          ]}
          onValue={(row) => {
            model.headerRow.value = row === '' ? undefined : Number(row);
          }}
        />
      )}
    </Field>
  );
}

function ReadAs({ model, opened: { info } }: { model: RowsInModel; opened: Opened }) {
  const { rowsIn } = bulkMessages.value;
  const asked = model.asked.value;
  if (info.kind === 'workbook')
    return (
      <Field id="bulk-sheet" label={rowsIn.sheet}>
        {(control) => (
          <Select
            {...control}
            value={asked?.sheet ?? info.sheet}
            choices={info.sheets.map(({ name, isHidden }) => ({
              value: name,
              label: isHidden ? rowsIn.hiddenSheet(name) : name,
            }))}
            onValue={(sheet) => model.readAs({ sheet })}
          />
        )}
      </Field>
    );
  const { encoding = info.encoding, separator = info.separator } = asked ?? {};
  return (
    <Stack along="pair">
      {encoding !== undefined && (
        <Field id="bulk-encoding" label={rowsIn.encoding} hint={rowsIn.encodingHint}>
          {(control) => (
            <Select
              {...control}
              value={encoding}
              choices={encodings.map((value) => ({ value, label: rowsIn.encodings[value] }))}
              onValue={(chosen) => model.readAs({ encoding: chosen, separator })}
            />
          )}
        </Field>
      )}
      <Field id="bulk-separator" label={rowsIn.separator}>
        {(control) => (
          <Select
            {...control}
            value={separator}
            choices={separators.map((value) => ({ value, label: rowsIn.separators[value] }))}
            onValue={(chosen) => model.readAs({ encoding, separator: chosen })}
          />
        )}
      </Field>
    </Stack>
  );
}

function Reading({ model }: { model: RowsInModel }) {
  const { rowsIn } = bulkMessages.value;
  const { rows = 0, share = 0 } = model.progress.value ?? {};
  const sentence = rowsIn.reading(formatCount(language.value, rows));
  return (
    <div class={styles.progress} role="status">
      <div>{sentence}</div>
      <ProgressBar label={sentence} segments={[{ tone: 'info', amount: share }]} total={1} />
    </div>
  );
}
