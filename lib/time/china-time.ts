/**
 * The platform's time: GMT+8 whatever the local zone. Fixed arithmetic rather than a time-zone database, since the
 * platform means the offset, and China's summer times of 1986–1991 with it.
 */
const chinaOffsetMs = 8 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** `yyyy-MM-dd HH:mm:ss`; part seconds are cut off. Throws RangeError outside the years 0–9999. */
export function formatChinaTime(epochMs: number): string {
  const iso = new Date(epochMs + chinaOffsetMs).toISOString();
  if (iso.length !== 24) throw new RangeError('the year has no four digits');
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

/** Reads exactly `yyyy-MM-dd HH:mm:ss`; undefined for any other form and for days and hours that do not exist. */
export function parseChinaTime(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return undefined;
  const epochMs = Date.parse(`${text.replace(' ', 'T')}Z`) - chinaOffsetMs;
  if (Number.isNaN(epochMs)) return undefined;
  // Date.parse reads 02-30 as 1 March and 24:00 as the next day: what does not come back as it was is no time.
  return formatChinaTime(epochMs) === text ? epochMs : undefined;
}

/** The first 00:00 in China after `epochMs`, epoch milliseconds: when the platform's daily quotas begin anew. */
export function nextChinaMidnight(epochMs: number): number {
  return (Math.floor((epochMs + chinaOffsetMs) / dayMs) + 1) * dayMs - chinaOffsetMs;
}
