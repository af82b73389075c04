import { h } from 'preact';
import type { ControlProps } from './control-props';
import { joinClasses } from './join-classes';
import styles from './text-input.module.css';

export interface TextInputProps extends ControlProps {
  value: string;
  onValue(value: string): void;
  /** Ids, codes and addresses: equal-width letters, no correction by the browser. */
  code?: boolean | undefined;
  type?: 'text' | 'password' | 'search' | 'url' | 'number' | undefined;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'url' | undefined;
  placeholder?: string | undefined;
  /** `current-password` or `new-password` for a passphrase; `off` unless given. */
  autocomplete?: 'off' | 'current-password' | 'new-password' | undefined;
  maxLength?: number | undefined;
  /** The id of a `datalist` to choose from. */
  list?: string | undefined;
  min?: number | undefined;
  max?: number | undefined;
  autofocus?: boolean | undefined;
  readOnly?: boolean | undefined;
  disabled?: boolean | undefined;
  onBlur?: (() => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  onPaste?: ((event: ClipboardEvent) => void) | undefined;
}

export function TextInput({
  value,
  onValue,
  code = false,
  type = 'text',
  autocomplete = 'off',
  ...rest
}: TextInputProps) {
  // `h` and not JSX: JSX types a role for each type of input, and so accepts no type that is only known at run time.
  return h('input', {
    ...rest,
    type,
    autocomplete,
    spellcheck: code ? false : undefined,
    autocapitalize: code ? 'off' : undefined,
    class: joinClasses(styles.input, code && styles.code),
    value,
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) => onValue(event.currentTarget.value),
  });
}
