import { formatCount } from '@/lib/i18n/format-number';
import { language } from '@/lib/i18n/messages';
import styles from './journal.module.css';

interface ProgressProps {
  text(done: string, total: string): string;
  /** Absent while the first part is under way: a short journal has no other. */
  done?: number | undefined;
  total?: number | undefined;
}

/** Work in parts: how many entries of how many. */
export function Progress({ text, done, total }: ProgressProps) {
  if (done === undefined || total === undefined) return null;
  return (
    <label class={styles.progress}>
      {text(formatCount(language.value, done), formatCount(language.value, total))}
      <progress value={done} max={total} />
    </label>
  );
}
