import { bestScore, type ColumnCandidate } from './guess-columns';

/**
 * Whether the first row names the columns. It does if it says more names than data; among unknown texts, if the rows
 * below hold numbers, dates or addresses where it has none.
 */
export function looksLikeHeader(rows: readonly (readonly string[])[], candidates: readonly ColumnCandidate[]): boolean {
  const [first = [], ...others] = rows;
  const cells = first.map((cell) => cell.trim());
  const names = candidates.flatMap((candidate) => candidate.names);
  const known = cells.filter((cell) => !looksLikeData(cell) && bestScore(cell, names) > 0).length;
  const data = cells.filter(looksLikeData).length;
  if (known > 0 || data > 0) return known > data;
  return cells.some((cell, column) => cell !== '' && others.some((row) => looksLikeData(row[column]?.trim() ?? '')));
}

/** Numbers, dates, times, phones, percent; codes with a long run of digits; addresses of mail and web. */
function looksLikeData(cell: string): boolean {
  return /^[¥￥$]?[-+]?\d[\d\s.,:/年月日()-]*[%元]?$|\d{5}|@.+\.|:\/\//.test(cell);
}
