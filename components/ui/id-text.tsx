import styles from './id-text.module.css';

/** An id: text of its own that one click selects whole, equal-width figures, broken only where it must be. */
export function IdText({ children }: { children: string }) {
  return <span class={styles.id}>{children}</span>;
}
