import type { ControlProps } from './control-props';
import { joinClasses } from './join-classes';
import styles from './text-input.module.css';

export interface TextInputProps extends ControlProps {
  value: string;
  onValue(value: string): void;
  /** Ids, codes and addresses: equal-width letters, no correction by the browser. */
  code?: boolean | undefined;
  type?: 'text' | 'password' | 'url' | 'search' | 'email' | 'tel' | 'number' | undefined;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'url' | undefined;
  placeholder?: string | undefined;
  /** `current-password` or `new-password` for a passphrase; `off` unless given. */
  autocomplete?: 'off' | 'current-password' | 'new-password' | undefined;
  maxLength?: number | undefined;
  min?: number | undefined;
  max?: number | undefined;
  autofocus?: boolean | undefined;
  readOnly?: boolean | undefined;
  disabled?: boolean | undefined;
  onBlur?: (() => void) | undefined;
}

export function TextInput({
  value,
  onValue,
  code = false,
  type = 'text',
  autocomplete = 'off',
  ...rest
}: TextInputProps) {
  return (
    <input
      {...rest}
      type={type}
      autocomplete={autocomplete}
      spellcheck={code ? false : undefined}
      autocapitalize={code ? 'off' : undefined}
      class={joinClasses(styles.input, code && styles.code)}
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  );
}
