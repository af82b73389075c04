import { bestScore, type ColumnCandidate } from './guess-columns';
import { looksLikeHeader } from './looks-like-header';

/** A title, who made it and when: no more stands above a header. */
const mostAbove = 5;
const mostCellsAbove = 2;

/** The very name of a field, but for spelling. */
const sameName = 2;

/**
 * Which row names the columns, from 0; undefined where none does. Above it may stand a title, a remark and empty rows,
 * as in many a sheet: rows of few cells, which name no field and hold no number that could be an id. A row that may be
 * one of the table is never passed over.
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  candidates: readonly ColumnCandidate[],
): number | undefined {
  const names = candidates.flatMap((candidate) => candidate.names);
  // A title's merged cells all hold it.
  const filled = rows.map((cells) => [...new Set(cells.filter((cell) => cell.trim() !== ''))]);
  const hasName = (cells: readonly string[]) => cells.some((cell) => bestScore(cell, names) >= sameName);
  const isAbove = (cells: readonly string[]) =>
    cells.length <= mostCellsAbove && !hasName(cells) && !cells.some((cell) => /\d{5}/.test(cell));
  for (let row = 1; row <= mostAbove && filled.slice(0, row).every(isAbove); row += 1) {
    const header = filled[row] ?? [];
    const isWider = header.length > Math.max(1, ...filled.slice(0, row).map((cells) => cells.length));
    if (isWider && hasName(header) && looksLikeHeader(rows.slice(row), candidates)) return row;
  }
  return looksLikeHeader(rows, candidates) ? 0 : undefined;
}
