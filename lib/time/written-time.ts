interface Written {
  day: string;
  /** Empty where only a day is named. */
  clock: string;
}

/** A date as spreadsheets and people write it, its year first: 2026/1/5, 2026.01.05, 2026年1月5日, with a time or without. */
function readWritten(text: string): Written | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?(?=\s|\d|$)\s*/, '$1-$2-$3 ')
    .trim();
  const parts = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?: +|T)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)?)?$/.exec(plain);
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second = '00'] = [1, 3, 4, 5, 6, 7].map((part) =>
    parts[part]?.padStart(2, '0'),
  );
  return { day: `${year}-${month}-${day}`, clock: hour === undefined ? '' : `${hour}:${minute}:${second}` };
}

/** A day as `2026-01-05`, also where a spreadsheet gave it a midnight; any other text stays as it is. */
export function readWrittenDay(text: string): string {
  const { day = text.trim(), clock = '' } = readWritten(text) ?? {};
  return clock === '' || clock === '00:00:00' ? day : text.trim();
}

/** A time as `2026-01-05 14:05:00`; any other text, and a day without a time, stays as it is. */
export function readWrittenTime(text: string): string {
  const { day, clock = '' } = readWritten(text) ?? {};
  return clock === '' ? text.trim() : `${day} ${clock}`;
}
