import styles from './chips.module.css';
import { FieldNotes } from './field-notes';
import { Icon } from './icon';
import { check } from './icons';
import type { Choice } from './select';

export interface ChipsProps<Value extends string> {
  /** Unique on the page; the radio group's name. */
  id: string;
  label: string;
  value: Value | undefined;
  choices: readonly Choice<Value>[];
  onValue(value: Value): void;
  hint?: string | undefined;
  error?: string | undefined;
  disabled?: boolean | undefined;
}

/** One of a few, all in sight: native radio buttons, so arrows, Tab and form reset work as everywhere. */
export function Chips<Value extends string>(props: ChipsProps<Value>) {
  const { id, label, value, choices, onValue, hint, error, disabled } = props;
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset class={styles.group} id={id} aria-describedby={describedBy} disabled={disabled}>
      <legend>{label}</legend>
      <div class={styles.chips}>
        {choices.map((choice) => (
          <label key={choice.value} class={styles.chip}>
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onValue(choice.value)}
            />
            <Icon shape={check} size={12} />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}
