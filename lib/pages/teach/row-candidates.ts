import { nodesPerReading } from '@/lib/pages/bounded-walk';
import type { ReadingTools } from '@/lib/pages/reading-tools';
import type { RowSource } from '@/lib/pages/site-rule';
import { findInRow, findSelectors, longestSelector, namesOf, searchesPerRow } from './find-selectors';
import { holderOf } from './holder-of';
import { idAttributesOf, longestFirst, numbersIn, type Patterned, patternAround } from './id-candidates';
import { type Candidate, mostCandidates } from './pointed';

const rowsTried = 20;
const elementsPerRow = 60;
const levelsUp = 10;
const mostListsTried = 40;

/** The ways to find the rows of the list again, each with the id in them. Only such by which the rows name different ids. */
export function rowCandidates(tools: ReadingTools, document: Document, element: Element): Candidate[] {
  const candidates: Candidate[] = [];
  let tried = 0;
  for (const row of rowsAround(element)) {
    const ids = idsIn(row);
    const ticked = tickIn(row);
    for (const selector of rowSelectors(row, document))
      for (const id of ids) {
        tried += 1;
        if (tried > mostListsTried || candidates.length >= mostCandidates) return candidates;
        const found = tools.findAllAt(document, selector, { left: nodesPerReading });
        if (!namesDifferentIds(tools, found, id.source)) continue;
        const list = { row: selector, id: id.source, ...(ticked !== undefined && { ticked }) };
        candidates.push({ list, reads: String(found.length), kind: selector.includes(':nth-') ? 'place' : id.kind });
      }
  }
  return candidates;
}

/** The ways to find a text in every row again. */
export function inRowCandidates(tools: ReadingTools, document: Document, element: Element, rows: string): Candidate[] {
  const says = tools.textOf({ from: 'selector' }, element, { left: nodesPerReading });
  const row = Array.from(tools.findAllAt(document, rows, { left: nodesPerReading })).find((one) =>
    one.contains(element),
  );
  if (!says || !row || row === element) return [];
  return findInRow(element, row, says).map(({ selector, kind }) => ({
    source: { from: 'selector', selector },
    reads: says,
    kind,
  }));
}

/** The element and what holds it, as far as it may be a row: rows by their markup first, then what stands among its like. */
function rowsAround(element: Element): Element[] {
  const around: Element[] = [];
  let at: Element | undefined = element;
  for (let level = 0; at && level < levelsUp; level += 1) {
    if (!/^(?:td|th|tbody|table|body|html)$/.test(at.localName)) around.push(at);
    at = holderOf(at);
  }
  const isRow = (one: Element) => one.matches('tr,li,article,[role="row"],[role="listitem"],[role="option"]');
  return [...around.filter(isRow), ...around.filter((one) => !isRow(one) && hasAlike(one))].slice(0, 4);
}

function hasAlike(element: Element): boolean {
  return [element.previousElementSibling, element.nextElementSibling].some(
    (other) => other?.localName === element.localName && other.childElementCount > 0,
  );
}

function rowSelectors(row: Element, document: Document): string[] {
  const path = findSelectors(row, '', document)[0]?.selector ?? '';
  const outside = /^.*>>> /.exec(path)?.[0] ?? '';
  const own = namesOf(row, '').filter(({ kind }) => kind !== 'id');
  const parents = row.parentElement ? findSelectors(row.parentElement, '', document).slice(0, 2) : [];
  return [
    ...own.map(({ selector }) => outside + selector),
    ...parents.map(({ selector }) => `${selector} > ${CSS.escape(row.localName)}`),
  ]
    .filter(({ length }) => length <= longestSelector)
    .slice(0, 6);
}

type FoundId = { source: RowSource; kind: Candidate['kind'] };

/** What may name the row's record: its attributes, a link's, a checkbox's, then a text that is a number. No more than are offered. */
function idsIn(row: Element): FoundId[] {
  const found: FoundId[] = [];
  for (const id of eachIdIn(row)) if (found.push(id) >= mostCandidates) break;
  return found;
}

function* eachIdIn(row: Element): Generator<FoundId> {
  for (const { name, pattern } of idAttributesOf(row, []))
    yield { source: attributeSource(undefined, name, pattern), kind: 'data' };
  const searches = { left: searchesPerRow };
  const inner = Array.from(row.querySelectorAll('*')).slice(0, elementsPerRow);
  for (const element of inner)
    for (const { name, value, pattern } of idAttributesOf(element, [])) {
      const [at] = findInRow(element, row, value, searches);
      if (at) yield { source: attributeSource(at.selector, name, pattern), kind: 'tag' };
    }
  for (const element of inner.filter(({ childElementCount }) => childElementCount === 0)) {
    const text = (element.textContent ?? '').trim().slice(0, 100);
    const id = longestFirst(numbersIn(text)).find(({ length }) => length >= 5);
    const pattern = id === undefined ? undefined : patternAround(text, id);
    const [at] = pattern ? findInRow(element, row, text, searches) : [];
    if (at) yield { source: { from: 'selector', selector: at.selector, ...pattern }, kind: 'tag' };
  }
}

function attributeSource(selector: string | undefined, attribute: string, pattern: Patterned): RowSource {
  return {
    from: 'attribute',
    attribute,
    ...(selector !== undefined && { selector }),
    ...pattern,
  };
}

function namesDifferentIds(tools: ReadingTools, rows: ArrayLike<Element>, source: RowSource): boolean {
  const looked = Array.from({ length: Math.min(rows.length, rowsTried) }, (_, index) => rows[index]);
  const ids = looked.flatMap((row) => {
    const text = row && tools.textOf(source, row, { left: 200 });
    return (text && tools.idIn(source, text)) || [];
  });
  // A head among the rows names none.
  return ids.length > 0 && ids.length >= looked.length - 1 && new Set(ids).size === ids.length;
}

/** What says in a row that it is ticked. */
function tickIn(row: Element): string | undefined {
  const boxes = ['input[type="checkbox"]', '[role="checkbox"]'];
  return (
    boxes.find((box) => row.querySelector(box)) ??
    (row.hasAttribute('aria-selected') ? '[aria-selected="true"]' : undefined)
  );
}
