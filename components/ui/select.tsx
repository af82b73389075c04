import type { ControlProps } from './control-props';
import { Icon } from './icon';
import { chevronDown } from './screen-icons';
import styles from './select.module.css';

export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
}

export interface SelectProps<Value extends string> extends ControlProps {
  value: Value;
  choices: readonly Choice<Value>[];
  onValue(value: Value): void;
  disabled?: boolean | undefined;
}

export function Select<Value extends string>({ value, choices, onValue, ...rest }: SelectProps<Value>) {
  function choose(chosen: string): void {
    const choice = choices.find((candidate) => candidate.value === chosen);
    if (choice) onValue(choice.value);
  }
  return (
    <span class={styles.frame}>
      <select {...rest} class={styles.select} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon shape={chevronDown} class={styles.chevron} />
    </span>
  );
}
