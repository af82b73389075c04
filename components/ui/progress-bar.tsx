import { joinClasses } from './join-classes';
import styles from './progress-bar.module.css';
import type { Tone } from './tone';

export interface Segment {
  tone: Tone;
  amount: number;
}

export interface ProgressBarProps {
  /** What it says in words, since colours and lengths are not read out. */
  label: string;
  /** In the order in which they are drawn; what is missing to the total stays empty. */
  segments: readonly Segment[];
  total: number;
  thin?: boolean | undefined;
}

/** Parts of a whole. Drawn by SVG attributes: an inline style would need a weaker content security policy. */
export function ProgressBar({ label, segments, total, thin = false }: ProgressBarProps) {
  let start = 0;
  return (
    <svg class={joinClasses(styles.bar, thin && styles.thin)} role="img" aria-label={label} preserveAspectRatio="none">
      {sharesOf(segments, total).map(({ tone, percent }) => {
        const x = start;
        start += percent;
        return <rect key={tone} class={styles[tone]} x={`${x}%`} y="-50%" width={`${percent}%`} height="200%" />;
      })}
    </svg>
  );
}

/** Percentages of the width. What exists is never too thin to see; the largest part makes room for it. */
export function sharesOf(segments: readonly Segment[], total: number): { tone: Tone; percent: number }[] {
  const shown = segments.filter(({ amount }) => amount > 0);
  if (total <= 0) return [];
  const shares = shown.map(({ tone, amount }) => ({ tone, percent: Math.max(leastPercent, (amount / total) * 100) }));
  const surplus = shares.reduce((sum, { percent }) => sum + percent, 0) - 100;
  const largest = shares.reduce((most, share) => (share.percent > most.percent ? share : most), { percent: 0 });
  if (surplus > 0) largest.percent -= surplus;
  return shares;
}

const leastPercent = 1;
