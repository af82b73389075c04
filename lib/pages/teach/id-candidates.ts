import { nodesPerReading } from '@/lib/pages/bounded-walk';
import { plainDigits } from '@/lib/pages/clean-text';
import type { ReadingTools } from '@/lib/pages/reading-tools';
import type { IdSource } from '@/lib/pages/site-rule';
import { findSelectors } from './find-selectors';
import { holderOf } from './holder-of';
import { labelsBeside } from './labels-beside';
import { byLasting, type Candidate, mostCandidates } from './pointed';
import { isStableName } from './stable-name';
import { createTrialReader } from './text-candidates';

/** Fewer digits are taken for an id only where they are pointed at, or where it is the address that is to say it. */
const shortestId = 5;
const levelsUp = 8;
const aroundLength = 12;

/** Empty where a source needs no pattern. */
export type Patterned = { pattern?: string };
type Untried = { source: IdSource; kind: Candidate['kind'] };

/**
 * The ways to find the record's id again: the address first, then what was pointed at, then the attributes there and above. Where a
 * number was pointed at, only what reads that number; without an element what the address says, the longest number first.
 */
export function idCandidates(
  tools: ReadingTools,
  { document, location }: { document: Document; location: { readonly href: string } },
  element: Element | undefined,
): Candidate[] {
  const says = (element && tools.textOf({ from: 'selector' }, element, { left: nodesPerReading })) ?? '';
  const pointed = longestFirst(numbersIn(says).filter(({ length }) => length >= shortestId || !/\p{L}/u.test(says)));
  const url = new URL(location.href);
  const reader = createTrialReader(tools, document);
  const untried = [
    ...addressSources(url),
    ...(element && pointed.length > 0 ? textSources(tools, element, document, says, pointed[0] ?? '') : []),
    ...(element ? attributeSources(element, document, pointed) : []),
  ];
  const found: (Untried & { reads: string })[] = [];
  for (const { source, kind } of untried.sort(byLasting)) {
    const reads = tools.readUrlSource(source, url) ?? reader.id(source);
    if (reads === undefined || (pointed.length > 0 && !pointed.includes(reads))) continue;
    if (element && pointed.length === 0 && reads.length < shortestId) continue;
    if (!found.some((other) => isSamePlace(other.source, source))) found.push({ source, kind, reads });
  }
  const likely = ({ reads }: { reads: string }) => (element ? Number(reads === pointed[0]) : reads.length);
  return found.sort((one, other) => likely(other) - likely(one)).slice(0, mostCandidates);
}

/** Whether they differ in the pattern alone. */
function isSamePlace(one: IdSource, other: IdSource): boolean {
  return JSON.stringify({ ...one, pattern: undefined }) === JSON.stringify({ ...other, pattern: undefined });
}

export function numbersIn(text: string): string[] {
  return [...plainDigits(text).matchAll(/\d+/g)].map(([digits]) => digits).filter(({ length }) => length <= 32);
}

export function longestFirst(numbers: readonly string[]): string[] {
  return [...new Set(numbers)].sort((one, other) => other.length - one.length).slice(0, 3);
}

function addressSources(url: URL): Untried[] {
  const kind = 'address' as const;
  const [route = '', routeQuery = ''] = url.hash.replace(/^#!?/, '').split('?', 2);
  const after = (path: string, from: 'path' | 'hash'): Untried[] =>
    path.split('/').flatMap((segment, index, all) => {
      const before = all[index - 1]?.toLowerCase() ?? '';
      const pattern = patternAround(segment, longestFirst(numbersIn(segment))[0] ?? '');
      // A letter or two stand for a kind of page there.
      const isKind = /^[a-z]{1,2}$/.test(before) || isStableName(before);
      if (!/\d/.test(segment) || !isKind || pattern === undefined) return [];
      return [{ source: { from, after: [before], ...pattern }, kind }];
    });
  const query = [...url.searchParams, ...new URLSearchParams(routeQuery)].flatMap(([name, value]): Untried[] =>
    /^\d{1,32}$/.test(value) && name.length <= 40 ? [{ source: { from: 'query', names: [name] }, kind }] : [],
  );
  return [...after(url.pathname, 'path'), ...after(route, 'hash'), ...query];
}

function textSources(tools: ReadingTools, element: Element, document: Document, says: string, id: string): Untried[] {
  const pattern = patternAround(says, id);
  // The words around may be this record's: they are used only where the number alone does not read.
  const patterns = pattern === undefined ? [{}] : [{}, pattern];
  const found = findSelectors(element, says, document).map(({ selector, kind }) => ({
    source: { from: 'selector' as const, selector },
    kind,
  }));
  return [...found, ...labelsBeside(tools, element)].flatMap(({ source, kind }) =>
    patterns.map((more) => ({ source: { ...source, ...more }, kind })),
  );
}

/** Attributes of the element and of what holds it; such as the record's that no text says. */
function attributeSources(element: Element, document: Document, pointed: readonly string[]): Untried[] {
  const sources: Untried[] = [];
  let at: Element | undefined = element;
  for (let level = 0; at && level < levelsUp && sources.length < mostCandidates; level += 1) {
    for (const { name, value, pattern } of idAttributesOf(at, pointed))
      for (const { selector, kind } of findSelectors(at, value, document).slice(0, 2))
        sources.push({
          source: { from: 'attribute', selector, attribute: name, ...pattern },
          kind,
        });
    at = holderOf(at);
  }
  return sources;
}

const longestValue = 200;

/** The attributes that hold an id, with the pattern that takes it out. */
export function idAttributesOf(
  element: Element,
  pointed: readonly string[],
): { name: string; value: string; pattern: Patterned }[] {
  return Array.from(element.attributes)
    .slice(0, 20)
    .filter(({ name, value }) => /^[a-z][a-z-]{0,39}$/.test(name) && name !== 'style' && value.length <= longestValue)
    .flatMap(({ name, value }) => {
      const id = longestFirst(numbersIn(value)).find((number) =>
        pointed.length > 0 ? pointed.includes(number) : number.length >= shortestId,
      );
      const pattern = id === undefined ? undefined : patternAround(value, id);
      return id === undefined || pattern === undefined ? [] : [{ name, value, pattern }];
    });
}

/** The words on both sides of the id, as a pattern; those that hold digits themselves are not the same on the next page. */
export function patternAround(text: string, id: string): Patterned | undefined {
  const plain = plainDigits(text);
  const at = plain.search(new RegExp(`(?<!\\d)${id}(?!\\d)`));
  if (id === '' || at === -1) return undefined;
  const before = /[^\d{}*]*$/.exec(plain.slice(0, at))?.[0] ?? '';
  const after = /^[^\d{}*]*/.exec(plain.slice(at + id.length))?.[0] ?? '';
  const pattern = `${before.slice(-aroundLength)}{id}${after.slice(0, aroundLength)}`;
  return pattern === '{id}' ? {} : { pattern };
}
