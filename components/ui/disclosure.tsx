import type { ComponentChildren } from 'preact';
import styles from './disclosure.module.css';
import { Icon } from './icon';
import { chevronRight } from './icons';

export interface DisclosureProps {
  summary: string;
  children: ComponentChildren;
  /** Whether it stands open; where `onToggle` is not given, only at first. */
  open?: boolean | undefined;
  onToggle?: ((open: boolean) => void) | undefined;
}

/** What few people need, or need once: a native `details`. */
export function Disclosure({ summary, children, open, onToggle }: DisclosureProps) {
  return (
    <details class={styles.details} open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary class={styles.summary}>
        <Icon shape={chevronRight} size={14} />
        <span>{summary}</span>
      </summary>
      <div class={styles.content}>{children}</div>
    </details>
  );
}
