const eightHoursMs = 8 * 60 * 60 * 1000;

/** `yyyy-MM-dd HH:mm:ss` in GMT+8 → epoch ms; undefined for any other form and for days that do not exist. */
export const parseChinaTime = (text: string): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return undefined;
  const epochMs = Date.parse(`${text.replace(' ', 'T')}Z`) - eightHoursMs;
  return Number.isNaN(epochMs) || formatChinaTime(epochMs) !== text ? undefined : epochMs;
};

/** Epoch ms → `yyyy-MM-dd HH:mm:ss` in GMT+8, whatever this machine's zone. */
export const formatChinaTime = (epochMs: number): string =>
  new Date(epochMs + eightHoursMs).toISOString().slice(0, 19).replace('T', ' ');

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Epoch ms → `Thu Mar 14 15:16:52 CST 2024`, as Java prints a date in China: CST is GMT+8 there. */
export const formatJavaDate = (epochMs: number): string => {
  const china = new Date(epochMs + eightHoursMs);
  const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][china.getUTCDay()];
  const month = china.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' });
  const time = china.toISOString().slice(11, 19);
  return `${day} ${month} ${twoDigits(china.getUTCDate())} ${time} CST ${china.getUTCFullYear()}`;
};
