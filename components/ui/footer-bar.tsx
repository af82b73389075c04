import type { ComponentChildren } from 'preact';
import styles from './footer-bar.module.css';

export interface FooterBarProps {
  /** What the action leads to. */
  hint?: ComponentChildren;
  /** Buttons, the primary or destructive one last. */
  children: ComponentChildren;
}

export function FooterBar({ hint, children }: FooterBarProps) {
  return (
    <footer class={styles.footer}>
      {hint && <div class={styles.hint}>{hint}</div>}
      <div class={styles.actions}>{children}</div>
    </footer>
  );
}
