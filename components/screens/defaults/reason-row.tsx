import { FieldNotes } from '@/components/ui/field-notes';
import { IconButton } from '@/components/ui/icon-button';
import { arrowDown, arrowUp, trash } from '@/components/ui/screen-icons';
import { TextInput } from '@/components/ui/text-input';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import styles from './reason-list.module.css';
import { longestReason, type ReasonIssue, type ReasonRow } from './reasons';

export interface ReasonRowViewProps {
  row: ReasonRow;
  /** From one. */
  place: number;
  count: number;
  issue: ReasonIssue | undefined;
  onText(text: string): void;
  onMove(step: -1 | 1): void;
  onRemove(): void;
}

export function reasonInputId(key: number): string {
  return `reason-${key}`;
}

export function ReasonRowView({ row, place, count, issue, onText, onMove, onRemove }: ReasonRowViewProps) {
  const { defaults: words } = settingsMessages.value;
  const id = reasonInputId(row.key);
  const name = row.text.trim() || words.reason(place);
  const sentences = {
    required: words.reasonRequired,
    'too-long': words.reasonTooLong(longestReason),
    exists: words.reasonExists,
  };
  function moveByKeys(event: KeyboardEvent): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
    const input = event.currentTarget as HTMLElement;
    // A row that changes place in the page loses focus on the way.
    requestAnimationFrame(() => input.querySelector('input')?.focus());
  }
  return (
    <li class={styles.item} onKeyDown={moveByKeys}>
      <div class={styles.row}>
        <label for={id} class={styles.place}>
          <VisuallyHidden>{words.reason(place)}</VisuallyHidden>
          <span aria-hidden="true">{place}</span>
        </label>
        <TextInput
          id={id}
          value={row.text}
          aria-invalid={issue ? true : undefined}
          aria-describedby={issue && `${id}-error`}
          onValue={onText}
        />
        <span class={styles.buttons}>
          <IconButton icon={arrowUp} label={words.moveUp(name)} disabled={place === 1} onClick={() => onMove(-1)} />
          <IconButton
            icon={arrowDown}
            label={words.moveDown(name)}
            disabled={place === count}
            onClick={() => onMove(1)}
          />
          <IconButton icon={trash} label={words.remove(name)} onClick={onRemove} />
        </span>
      </div>
      <FieldNotes id={id} error={issue && sentences[issue]} />
    </li>
  );
}
