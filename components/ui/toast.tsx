import type { ComponentChildren } from 'preact';
import styles from './toast.module.css';

export interface ToastProps {
  /** An icon or a `CountdownRing`. */
  sign?: ComponentChildren;
  title: ComponentChildren;
  note?: ComponentChildren;
  action?: ComponentChildren;
}

/** A raised line about what is going on now, with the one thing that can be done about it. */
export function Toast({ sign, title, note, action }: ToastProps) {
  return (
    <div class={styles.toast}>
      {sign}
      <div class={styles.text}>
        <div>{title}</div>
        {note && <div class={styles.note}>{note}</div>}
      </div>
      {action}
    </div>
  );
}
