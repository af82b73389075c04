import styles from './skeleton.module.css';

export interface SkeletonProps {
  /** Read out, since the shapes say nothing. */
  label: string;
  lines?: number | undefined;
}

/** Holds the place of what is loading. It shows after 300 ms, so that what is quick does not flash. */
export function Skeleton({ label, lines = 3 }: SkeletonProps) {
  return (
    <div class={styles.skeleton} role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} class={styles.line} />
      ))}
    </div>
  );
}
