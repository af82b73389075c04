import { type NodeBudget, nodesPerReading } from './bounded-walk';
import { createDomReader, type DomReader } from './dom-source';
import { matchesPath } from './match-path';
import type { PageContext } from './page-context';
import { recordTextNames } from './record-texts';
import { enter, findAt } from './selector-path';
import type { IdSource, TextSource } from './site-rule';
import type { ToldRule } from './told-rule';
import { readUrlSource } from './url-source';

export interface Page {
  document: Document;
  location: { readonly href: string };
  /** In the order in which they are tried: the first that finds an id is taken. */
  rules: readonly ToldRule[];
  /** What the person has selected, where the reading was asked for by a click. */
  selection?: string | undefined;
  /** How often each rule was slow on this page, by its id: one that stays slow is not used any more. */
  slow?: Map<string, number>;
  /** What may still be looked at; a test reads it afterwards. */
  budget?: NodeBudget;
}

/** A reading, and whether its id is the address' own: what only the view says may be of the page before. */
export interface PageReading {
  context: PageContext;
  isIdInAddress: boolean;
}

/** What the page says about its one opportunity, or nothing. Changes nothing in the page, and costs the same however large it is. */
export function readPage(page: Page): PageReading | undefined {
  for (const { rule, url } of matchingRules(page)) {
    const found = timed(page, rule, () => readRecord(rule, url, { budget: { left: nodesPerReading }, ...page }));
    if (found) return found;
  }
  return undefined;
}

/** Six times what a reading of a large page takes, and a selector can cost seconds. */
export const slowMs = 300;
const mostSlow = 3;

/** Reads by one rule, and remembers when that was slow: nothing can interrupt a selector. */
export function timed<Value>({ slow }: Page, { id }: ToldRule, read: () => Value): Value | undefined {
  const times = slow?.get(id) ?? 0;
  if (times >= mostSlow) return undefined;
  const start = Date.now();
  const value = read();
  if (Date.now() - start > slowMs) slow?.set(id, times + 1);
  return value;
}

export function matchingRules({ location, rules }: Page): { rule: ToldRule; url: URL }[] {
  if (!URL.canParse(location.href)) return [];
  const url = new URL(location.href);
  return rules.filter(({ paths }) => paths.some((path) => matchesPath(path, url))).map((rule) => ({ rule, url }));
}

function readRecord(
  rule: ToldRule,
  url: URL,
  { document, budget, selection = '' }: Page & { budget: NodeBudget },
): PageReading | undefined {
  const { within } = rule.opportunity;
  const place = within === undefined ? document : unlessThrown(() => findPlace(document, within, budget));
  const reader = place && createDomReader({ place, rule, budget, selection });
  const frameUrl = place !== document && place?.nodeType === 9 ? (place as Document).URL : undefined;
  const found = readId(
    rule,
    frameUrl !== undefined && URL.canParse(frameUrl) ? [new URL(frameUrl), url] : [url],
    reader,
  );
  if (!found) return undefined;
  const { id, from, inUrl } = found;
  // A selected number may be one of many on the page: the texts around belong to none of them.
  const texts = reader && from !== 'selection' ? readTexts(rule, reader, id) : {};
  return {
    context: { opportunityId: id, ...texts, rule: rule.id },
    isIdInAddress: inUrl === url,
  };
}

/** What a rule's `within` names: the element, or what it holds where that is a component or a frame. */
export function findPlace(document: Document, within: string, budget: NodeBudget): (ParentNode & Node) | undefined {
  const element = findAt(document, within, budget);
  return element && (enter(element, budget, true) ?? element);
}

function readId(
  rule: ToldRule,
  urls: readonly URL[],
  reader: DomReader | undefined,
): { id: string; from: IdSource['from']; inUrl?: URL } | undefined {
  for (const source of rule.opportunity.id) {
    for (const inUrl of urls) {
      const id = readUrlSource(source, inUrl);
      if (id !== undefined) return { id, from: source.from, inUrl };
    }
    const id = reader && unlessThrown(() => reader.readId(source));
    if (id !== undefined) return { id, from: source.from };
  }
  return undefined;
}

type PageTexts = Omit<PageContext, 'opportunityId' | 'rule'>;

function readTexts(rule: ToldRule, reader: DomReader, opportunityId: string): PageTexts {
  const texts: PageTexts = {};
  if (unlessThrown(() => reader.namesAnother(opportunityId))) return texts;
  for (const name of recordTextNames) {
    const text = firstText(rule.opportunity[name], reader);
    if (text && (name !== 'phone' || /(?:\d\D*){5}/.test(text)) && (name !== 'email' || text.includes('@')))
      texts[name] = text;
  }
  return texts;
}

function firstText(sources: readonly TextSource[] | undefined, reader: DomReader): string | undefined {
  for (const source of sources ?? []) {
    const text = unlessThrown(() => reader.readText(source));
    if (text) return text;
  }
  return undefined;
}

/**
 * A page can put its own elements in place of a document's or form's members (`<img name="querySelector">`), in our world too, and a
 * rule can hold a selector that this browser does not know. Such a source says nothing; the others still do.
 */
export function unlessThrown<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
