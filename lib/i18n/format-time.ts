import type { Language } from './language';

/**
 * A point in time for a list: the time alone today, with the date this year, with the year before.
 * `nowMs` decides what today is; without it the date is always shown. `timeZone` is the device's own unless given.
 */
export function formatMoment(language: Language, atMs: number, nowMs?: number, timeZone?: string): string {
  const day = dayIn(atMs, timeZone);
  const today = nowMs === undefined ? undefined : dayIn(nowMs, timeZone);
  const time = timeIn(atMs, timeZone).slice(0, 5);
  if (day === today) return time;
  if (today !== undefined && day.slice(0, 4) !== today.slice(0, 4)) return `${day} ${time}`;
  return language === 'zh-CN' ? `${day.slice(5)} ${time}` : `${englishDay(atMs, timeZone)}, ${time}`;
}

/** Date and time to the second in China, whatever the device's zone: the form the platform reads and people compare. */
export { formatChinaTime } from '@/lib/time/china-time';

/** How long ago or how soon, in the largest whole unit: “3 分钟前”, “in 2 hours”. Under a minute it is in seconds. */
export function formatRelative(language: Language, atMs: number, nowMs: number): string {
  const seconds = (atMs - nowMs) / 1000;
  const [unit, length] =
    relativeUnits.find(([, candidate]) => Math.abs(seconds) >= candidate) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(seconds / length), unit);
}

/** A length of time in at most two units: “1 分 20 秒”, “1 min 20 s”. */
export function formatDuration(language: Language, lengthMs: number): string {
  const totalSeconds = Math.max(0, Math.round(lengthMs / 1000));
  const parts = [Math.floor(totalSeconds / 3600), Math.floor(totalSeconds / 60) % 60, totalSeconds % 60];
  const words = language === 'zh-CN' ? ['小时', '分', '秒'] : ['h', 'min', 's'];
  const shown = parts
    .map((amount, index) => ({ amount, word: words[index] }))
    .filter(({ amount }) => amount > 0)
    .slice(0, 2);
  return shown.length === 0 ? `0 ${words[2]}` : shown.map(({ amount, word }) => `${amount} ${word}`).join(' ');
}

const relativeUnits = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

// Swedish writes ISO dates; the parts are then the same in every language and sort as text.
function dayIn(atMs: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(atMs);
}

function timeIn(atMs: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeStyle: 'medium', timeZone }).format(atMs);
}

function englishDay(atMs: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone }).format(atMs);
}
