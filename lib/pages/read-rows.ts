import { type NodeBudget, nodesPerReading } from './bounded-walk';
import { idIn, partOf, textOf } from './dom-source';
import { mostRows, type PageRow, type PageRows } from './page-context';
import { findPlace, matchingRules, type Page, timed, unlessThrown } from './read-page';
import { rowTextNames } from './record-texts';
import { findAllAt, findAt } from './selector-path';
import type { ListRule, RowSource } from './site-rule';

/** Rows that must name an id before a list is taken for one. */
const rowsTried = 20;
const nodesPerRow = 200;

/** The rows that the page shows, by the first rule that knows some: at most 500, each id once. `total` counts the rest too. */
export function readRows(page: Page): PageRows | undefined {
  const budget = page.budget ?? { left: nodesPerReading };
  for (const { rule } of matchingRules(page)) {
    const { list } = rule;
    const rows = list && timed(page, rule, () => unlessThrown(() => readList(page.document, list, budget)));
    if (rows) return rows;
  }
  return undefined;
}

function readList(document: Document, list: ListRule, budget: NodeBudget): PageRows | undefined {
  const place = list.within === undefined ? document : findPlace(document, list.within, budget);
  if (!place) return undefined;
  const found = findAllAt(place, list.row, budget);
  const rows = new Map<string, PageRow>();
  const looked = Math.min(found.length, mostRows);
  for (let index = 0; index < looked; index += 1) {
    const element = found[index];
    const row = element && readRow(element, list);
    // A grid with fixed columns shows a row in two pieces.
    const piece = row && rows.get(row.id);
    if (row) rows.set(row.id, { ...row, ...piece, isTicked: row.isTicked || piece?.isTicked === true });
    if (rows.size === 0 && index === rowsTried) return undefined;
  }
  if (rows.size === 0) return undefined;
  return { total: found.length > looked ? found.length : rows.size, rows: [...rows.values()] };
}

function readRow(element: Element, list: ListRule): PageRow | undefined {
  const budget: NodeBudget = { left: nodesPerRow };
  const id = first(list.id, (source) => idIn(source, textOf(source, element, budget) ?? ''));
  if (id === undefined) return undefined;
  const row: PageRow = { id, isTicked: list.ticked !== undefined && isTicked(element, list.ticked, budget) };
  for (const name of rowTextNames) {
    const text = first(list[name], (source) => partOf(source, textOf(source, element, budget)));
    if (text) row[name] = text;
  }
  return row;
}

function isTicked(row: Element, selector: string, budget: NodeBudget): boolean {
  const mark = !selector.includes('>>>') && row.matches(selector) ? row : findAt(row, selector, budget);
  if (!mark) return false;
  const stated = mark.getAttribute('aria-checked');
  return stated !== null ? stated === 'true' : mark.tagName !== 'INPUT' || (mark as HTMLInputElement).checked;
}

function first<Source extends RowSource>(
  sources: readonly Source[] | undefined,
  read: (source: Source) => string | undefined,
): string | undefined {
  for (const source of sources ?? []) {
    const value = read(source);
    if (value !== undefined) return value;
  }
  return undefined;
}
