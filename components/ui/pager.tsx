import { Button } from './button';
import { chevronLeft, chevronRight } from './icons';
import styles from './pager.module.css';

export interface PagerProps {
  /** What is shown, such as “1–50 of 400”. */
  shown: string;
  previous: { label: string; go?: (() => void) | undefined };
  next: { label: string; go?: (() => void) | undefined };
  busy?: boolean | undefined;
}

/** Turns the pages of a long list. A direction without pages is closed, not gone: the buttons stay where they are. */
export function Pager({ shown, previous, next, busy }: PagerProps) {
  return (
    <div class={styles.pager}>
      <span class={styles.shown} role="status">
        {shown}
      </span>
      <Button icon={chevronLeft} disabled={!previous.go} busy={busy} onClick={previous.go}>
        {previous.label}
      </Button>
      <Button icon={chevronRight} disabled={!next.go} busy={busy} onClick={next.go}>
        {next.label}
      </Button>
    </div>
  );
}
