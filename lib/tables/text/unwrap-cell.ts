/**
 * What a CSV cell means to a spreadsheet: `="00123"` is how systems keep zeros in a CSV, and a leading apostrophe
 * before a formula's sign is how `writeCsv` keeps it from being one.
 */
export function unwrapCell(text: string): string {
  const first = text.charCodeAt(0);
  if (first === 61 && text.length > 2 && text.startsWith('="') && text.indexOf('"', 2) === text.length - 1) {
    return text.slice(2, -1);
  }
  return first === 39 && isNeutralised(text) ? text.slice(1) : text;
}

/** Whether `writeCsv` put an apostrophe before it; one that was there already got a second. */
export function isNeutralised(text: string): boolean {
  return /^'+[=+\-@＝＋－＠\t\r\n]/.test(text);
}
