/**
 * Whether a text is what Excel makes of an id that it took for a number, such as 1.23E+17: the digits are gone and
 * no reading brings them back. In a workbook such cells also carry the fault `number-too-long`.
 */
export function spoiltId(text: string): boolean {
  return /^\s*[+-]?\d(?:[.,]\d+)?E\+\d+\s*$/i.test(text);
}

/** Whether an id was written as a decimal, such as 6600000002.0; of a long one the last digits may be others. */
export function hasDecimalPoint(text: string): boolean {
  return /^\s*\d+\.0+\s*$/.test(text);
}
