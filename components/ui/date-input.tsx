import { h } from 'preact';
import type { ControlProps } from './control-props';
import { halfTyped } from './half-typed';
import styles from './text-input.module.css';

export interface DateInputProps extends ControlProps {
  /** `yyyy-MM-dd`, with a time of day `yyyy-MM-ddTHH:mm`; empty for none, `halfTyped` for a part of one. */
  value: string;
  onValue(value: string): void;
  withTime?: boolean | undefined;
  disabled?: boolean | undefined;
}

/** A day as the browser asks for it. */
export function DateInput({ value, onValue, withTime = false, ...rest }: DateInputProps) {
  // An empty control in which a part is typed fires no `input`.
  const tell = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const told = currentTarget.validity.badInput ? halfTyped : currentTarget.value;
    if (told !== value) onValue(told);
  };
  const isHalf = value === halfTyped;
  return h('input', {
    ...rest,
    type: withTime ? 'datetime-local' : 'date',
    // Without it a year has six digits.
    max: withTime ? '9999-12-31T23:59' : '9999-12-31',
    class: styles.input,
    value: isHalf ? '' : value,
    onInput: tell,
    onKeyUp: tell,
    onBlur: tell,
    ref: isHalf ? null : dropHalf,
  });
}

// Called once when a part gives way to another value, such as by a reset: an empty one would leave the part in sight.
function dropHalf(input: HTMLInputElement | null): void {
  if (input?.validity.badInput) input.value = '';
}
