import type { ComponentChildren } from 'preact';
import styles from './popup-bar.module.css';

/** The popup's top line: the product's name and its icon buttons, in place of navigation. */
export function PopupBar({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class={styles.bar}>
      <span class={styles.title}>{title}</span>
      {children}
    </div>
  );
}
