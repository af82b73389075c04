import styles from './checkbox.module.css';

export interface CheckboxProps {
  id: string;
  label: string;
  /** What being on means. */
  note?: string | undefined;
  checked: boolean;
  onChecked(checked: boolean): void;
  disabled?: boolean | undefined;
  /** A setting that takes effect at once reads as a switch; a choice to be submitted as a box to tick. */
  kind?: 'box' | 'switch' | undefined;
}

export function Checkbox({ id, label, note, checked, onChecked, disabled, kind = 'box' }: CheckboxProps) {
  return (
    <div class={styles.row}>
      <input
        id={id}
        type="checkbox"
        role={kind === 'switch' ? 'switch' : undefined}
        class={kind === 'switch' ? styles.switch : styles.box}
        checked={checked}
        disabled={disabled}
        aria-describedby={note && `${id}-note`}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{label}</label>
        {note && (
          <div id={`${id}-note`} class={styles.note}>
            {note}
          </div>
        )}
      </div>
    </div>
  );
}
