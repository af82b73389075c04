import type { ControlProps } from './control-props';
import { joinClasses } from './join-classes';
import styles from './text-input.module.css';

export interface TextAreaProps extends ControlProps {
  value: string;
  onValue(value: string): void;
  /** JSON and patterns: equal-width letters, no correction by the browser. */
  code?: boolean | undefined;
  rows?: number | undefined;
  placeholder?: string | undefined;
  maxLength?: number | undefined;
  readOnly?: boolean | undefined;
  disabled?: boolean | undefined;
  onBlur?: (() => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  onPaste?: ((event: ClipboardEvent) => void) | undefined;
}

/** Grows with its text up to a third of the window, then scrolls. */
export function TextArea({ value, onValue, code = false, rows = 2, ...rest }: TextAreaProps) {
  return (
    <textarea
      autocomplete="off"
      spellcheck={code ? false : undefined}
      {...rest}
      rows={rows}
      class={joinClasses(styles.input, styles.area, code && styles.code)}
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  );
}
