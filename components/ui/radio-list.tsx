import type { ComponentChildren } from 'preact';
import { FieldNotes } from './field-notes';
import styles from './radio-list.module.css';
import type { Choice } from './select';

export interface ExplainedChoice<Value extends string = string> extends Choice<Value> {
  /** What choosing it means. */
  note?: string | undefined;
  mark?: ComponentChildren;
}

export interface RadioListProps<Value extends string> {
  /** Unique on the page; the radio group's name. */
  id: string;
  label: string;
  value: Value | undefined;
  choices: readonly ExplainedChoice<Value>[];
  onValue(value: Value): void;
  error?: string | undefined;
  disabled?: boolean | undefined;
}

/** One of a few whose consequences need a sentence each. */
export function RadioList<Value extends string>(props: RadioListProps<Value>) {
  const { id, label, value, choices, onValue, error, disabled } = props;
  return (
    <fieldset class={styles.group} id={id} aria-describedby={error && `${id}-error`} disabled={disabled}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} class={styles.row}>
          <input
            type="radio"
            name={id}
            value={choice.value}
            checked={choice.value === value}
            aria-describedby={choice.note && `${id}-${choice.value}-note`}
            aria-labelledby={`${id}-${choice.value}-label`}
            onChange={() => onValue(choice.value)}
          />
          <span class={styles.text}>
            <span class={styles.head}>
              <span id={`${id}-${choice.value}-label`}>{choice.label}</span>
              {choice.mark}
            </span>
            {choice.note && (
              <span id={`${id}-${choice.value}-note`} class={styles.note}>
                {choice.note}
              </span>
            )}
          </span>
        </label>
      ))}
      <FieldNotes id={id} error={error} />
    </fieldset>
  );
}
