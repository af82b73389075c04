import styles from './countdown-ring.module.css';

export interface CountdownRingProps {
  secondsLeft: number;
  secondsTotal: number;
}

/** A ring that runs out. Decoration: the sentence beside it says how long is left. */
export function CountdownRing({ secondsLeft, secondsTotal }: CountdownRingProps) {
  const share = secondsTotal <= 0 ? 0 : Math.min(1, Math.max(0, secondsLeft / secondsTotal));
  return (
    <svg class={styles.ring} width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
      <circle class={styles.track} cx="14" cy="14" r="12" />
      <circle
        class={styles.left}
        cx="14"
        cy="14"
        r="12"
        pathLength={100}
        stroke-dasharray={`${share * 100} 100`}
        transform="rotate(-90 14 14)"
      />
      <text x="14" y="18.5">
        {Math.ceil(secondsLeft)}
      </text>
    </svg>
  );
}
