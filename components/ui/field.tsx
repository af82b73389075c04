import type { ComponentChildren, JSX } from 'preact';
import type { ControlProps } from './control-props';
import styles from './field.module.css';
import { FieldNotes } from './field-notes';

export interface FieldProps {
  /** Unique on the page; the hint's and the error's ids derive from it. */
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** The word at the label's end, such as “Optional”. */
  mark?: string | undefined;
  required?: boolean | undefined;
  /** A button at the label's end. */
  action?: ComponentChildren;
  children: (control: ControlProps) => JSX.Element;
}

/** Label, control, then what is wrong or what helps. The error takes the hint's place in the eye, not in the markup. */
export function Field({ id, label, hint, error, mark, required, action, children }: FieldProps) {
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  return (
    <div class={styles.field}>
      <div class={styles.head}>
        <label for={id}>{label}</label>
        {mark && <span class={styles.mark}>{mark}</span>}
        {action}
      </div>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined, required })}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}
