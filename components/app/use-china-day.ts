import { useEffect, useState } from 'preact/hooks';
import { nextChinaMidnight } from '@/lib/time/china-time';

/** The present, for what differs from day to day: shown anew when a day begins in China. Epoch milliseconds. */
export function useChinaDay(clock: () => number): number {
  const [shown, showAgain] = useState(0);
  const now = clock();
  const midnight = nextChinaMidnight(now);
  useEffect(() => {
    const timer = setTimeout(() => showAgain(shown + 1), midnight - clock());
    return () => clearTimeout(timer);
    // A timer may be a little early: then it is set once more.
  }, [midnight, shown]);
  return now;
}
