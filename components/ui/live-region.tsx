import styles from './visually-hidden.module.css';

/** Reads each new message out. It must be on the page before its first message: many readers miss one that comes along. */
export function LiveRegion({ message }: { message: string }) {
  return (
    <div class={styles.hidden} role="status">
      {message}
    </div>
  );
}
