import { formatChinaTime, parseChinaTime } from '@/lib/time/china-time';

const dayMs = 86_400_000;

/** The day that it is in China, `yyyy-MM-dd`. */
export function chinaDate(atMs: number): string {
  return formatChinaTime(atMs).slice(0, 10);
}

/** Whole days from one date to the other, negative where it comes first; undefined where either is none. */
export function daysBetween(from: string, to: string): number | undefined {
  const [first, last] = [from, to].map((date) => parseChinaTime(`${date} 00:00:00`));
  return first === undefined || last === undefined ? undefined : Math.round((last - first) / dayMs);
}
