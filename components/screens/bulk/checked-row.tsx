import { routeHash } from '@/components/app/route';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { chevronRight, circleCross, triangleAlert } from '@/components/ui/icons';
import { chevronDown, cross, pencil, undo } from '@/components/ui/screen-icons';
import { bulkMessages, fieldWords } from '@/lib/i18n/bulk-messages';
import { formatCount } from '@/lib/i18n/format-number';
import { language } from '@/lib/i18n/messages';
import type { RowIssue } from '@/lib/messages/draft-row';
import styles from './bulk.module.css';
import { CellEditor } from './cell-editor';
import type { ColumnsStepProps } from './columns-step';
import type { Draft } from './draft-model';
import { columnName, placeOf, rowNumber } from './draft-places';
import { issueSentence } from './issue-sentence';
import { personOf } from './person-of';
import type { DraftRow } from './preflight-model';

interface CheckedRowProps extends ColumnsStepProps {
  row: DraftRow;
}

/** A row of the table before it is sent: what is wrong with it, where, and a way to put it right. */
export function CheckedRow(props: CheckedRowProps) {
  const { model, draft, operation, row } = props;
  const { check } = bulkMessages.value;
  const { preflight } = model;
  const number = formatCount(language.value, rowNumber(draft, row.index));
  const isOpen = preflight.opened.value === row.index;
  const { mapping } = draft.import;
  const person = personOf(
    operation,
    Object.fromEntries(mapping.map((field, column) => [field, row.cells[column] ?? ''])),
  );
  return (
    <tr class={row.isExcluded ? styles.excluded : undefined}>
      <td class={styles.number}>{number}</td>
      <td>
        {person && <div>{person}</div>}
        <div class={person ? styles.ownId : styles.code}>{row.subject || check.empty1}</div>
        {row.leftOut && <div class={styles.faint}>{check.leftOut[row.leftOut]}</div>}
        {row.issues.map((issue) => (
          <Issue key={`${issue.field} ${issue.reason}`} {...props} issue={issue} />
        ))}
        {isOpen && <Cells {...props} />}
      </td>
      <td class={styles.actions}>
        <IconButton
          icon={isOpen ? chevronDown : chevronRight}
          label={check.open(number)}
          aria-expanded={isOpen}
          onClick={() => preflight.toggle(row.index)}
        />
        <IconButton
          icon={row.isExcluded ? undo : cross}
          label={row.isExcluded ? check.include(number) : check.exclude(number)}
          onClick={() => void preflight.exclude([row.index], !row.isExcluded)}
        />
      </td>
    </tr>
  );
}

function Issue({ app, model, draft, operation, row, issue }: CheckedRowProps & { issue: RowIssue }) {
  const { check, job } = bulkMessages.value;
  const column = columnOf(draft, row, issue);
  const edited = model.preflight.edited.value;
  const { label } = fieldWords(operation, issue.field);
  const sentence = issueSentence(operation, issue, app.ports.clock());
  // Within one table there is no other job to show.
  const other = issue.reason === 'person-repeated' ? undefined : (issue.earlier ?? issue.atWork);
  const place = column >= 0 ? placeOf(draft, row.index, column) : '';
  if (edited?.index === row.index && edited.column === column && model.preflight.opened.value !== row.index)
    return <CellEditor model={model.preflight} label={check.editing(place, label)} />;
  return (
    <div class={issue.earlier ? styles.warning : styles.fault}>
      <Icon shape={issue.earlier ? triangleAlert : circleCross} size={12} />
      <span>
        {wordsAt(issue, place, label, sentence)}{' '}
        {other && <a href={routeHash({ screen: 'job', jobId: other.jobId })}>{job.showJob}</a>}
        {!other && column >= 0 && (
          <Button
            kind="link"
            aria-label={check.edit(place)}
            onClick={() => void model.preflight.edit(row.index, column)}
          >
            {check.editShort}
          </Button>
        )}
      </span>
    </div>
  );
}

/** The cell that an issue is about; -1 where it is about the row as a whole. */
function columnOf({ import: { mapping } }: Draft, row: DraftRow, { field, reason }: RowIssue): number {
  if (field !== '') return mapping.indexOf(field);
  if (reason !== 'too-many-cells') return -1;
  return row.cells.findIndex((text, column) => column >= mapping.length && text.trim() !== '');
}

function wordsAt({ field, reason }: RowIssue, place: string, label: string, sentence: string): string {
  const { check } = bulkMessages.value;
  if (field === '') return place === '' ? sentence : check.issueWithoutPlace(place, sentence);
  if (place !== '') return check.issue(place, label, sentence);
  return reason === 'required' ? check.noField(label) : check.issueWithoutPlace(label, sentence);
}

/** Every cell of the row, each with a way to correct it. */
function Cells({ model, draft, operation, row }: CheckedRowProps) {
  const { check } = bulkMessages.value;
  const edited = model.preflight.edited.value;
  const { mapping } = draft.import;
  const columns = Math.max(mapping.length, row.cells.length);
  return (
    <ul class={styles.cells}>
      {Array.from({ length: columns }, (_, column) => {
        const field = mapping[column] ?? '';
        const isStray = column >= mapping.length;
        const place = placeOf(draft, row.index, column);
        const name = field === '' ? columnName(draft, column) : fieldWords(operation, field).label;
        const text = row.cells[column] ?? '';
        if (edited?.index === row.index && edited.column === column)
          return (
            <li key={place}>
              <CellEditor model={model.preflight} label={check.editing(place, name)} />
            </li>
          );
        return (
          <li key={place} class={styles.cellLine}>
            <span class={styles.faint}>{name}</span>
            <span class={field === '' ? styles.faint : undefined}>
              {text || check.empty1}
              {row.read?.[column] && ` → ${row.read[column]}`}
              {row.corrected.includes(column) && <span class={styles.faint}> · {check.corrected}</span>}
            </span>
            {(field !== '' || isStray) && draft.summary.undoOf === undefined && (
              <IconButton
                icon={pencil}
                label={check.edit(place)}
                onClick={() => void model.preflight.edit(row.index, column)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
