import type { ComponentChildren } from 'preact';
import styles from './visually-hidden.module.css';

/** Text for screen readers alone. */
export function VisuallyHidden({ children }: { children: ComponentChildren }) {
  return <span class={styles.hidden}>{children}</span>;
}
