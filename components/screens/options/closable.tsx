import type { ComponentChildren } from 'preact';
import styles from './closable.module.css';

/** Fields that can be closed all together: by policy, or while something must be answered first. */
export function Closable({ isClosed, children }: { isClosed: boolean; children: ComponentChildren }) {
  return (
    <fieldset class={styles.fields} disabled={isClosed}>
      {children}
    </fieldset>
  );
}
