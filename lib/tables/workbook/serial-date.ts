const dayMs = 86_400_000;
const daySeconds = 86_400;
/** 31 December 9999, the last day of a spreadsheet. */
const lastDay = 2_958_465;
const daysTo1904 = 1462;

/** A day counted from 1900 or 1904 as `YYYY-MM-DD`, with `HH:mm:ss` where it has a time; nothing if it is no day. */
export function serialDate(
  serial: number,
  shown: { hasDate: boolean; hasTime: boolean },
  startsIn1904: boolean,
): string | undefined {
  if (!(serial >= 0) || serial >= lastDay + 1) return undefined;
  const seconds = Math.round(serial * daySeconds);
  const days = Math.floor(seconds / daySeconds) + (startsIn1904 ? daysTo1904 : 0);
  const rest = seconds % daySeconds;
  // A time alone may go beyond a day: 26:30:00 hours of work.
  if (!shown.hasDate) return clock(seconds);
  if (days === 0) return rest === 0 ? undefined : clock(rest);
  const text = dayText(days);
  return rest === 0 && !shown.hasTime ? text : `${text} ${clock(rest)}`;
}

/** Spreadsheets take 1900 for a leap year, as Lotus did: day 60 is a 29 February that never was. */
function dayText(days: number): string {
  if (days === 60) return '1900-02-29';
  const start = Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(start + days * dayMs).toISOString().slice(0, 10);
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
