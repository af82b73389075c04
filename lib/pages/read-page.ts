import { type NodeBudget, nodesPerReading } from './bounded-walk';
import { createDomReader, type DomReader } from './dom-source';
import { matchesPattern } from './match-pattern';
import type { PageContext } from './page-context';
import type { IdSource, SiteRule, TextSource } from './site-rule';
import { isUrlSource, readUrlSource } from './url-source';

export interface Page {
  document: Document;
  location: { readonly href: string };
  /** In the order in which they are tried: the first that finds an id is taken. */
  rules: readonly SiteRule[];
  /** What the person has selected, where the reading was asked for by a click. */
  selection?: string | undefined;
  /** What may still be looked at; a test reads it afterwards. */
  budget?: NodeBudget;
}

/** What the page says about its one opportunity, or nothing. Changes nothing in the page, and costs the same however large it is. */
export function readPage(page: Page): PageContext | undefined {
  if (!URL.canParse(page.location.href)) return undefined;
  const url = new URL(page.location.href);
  const budget = page.budget ?? { left: nodesPerReading };
  for (const rule of page.rules) {
    if (!rule.match.some((pattern) => matchesPattern(pattern, url))) continue;
    const reader = createDomReader({ document: page.document, rule, budget, selection: page.selection ?? '' });
    const found = readId(rule, url, reader);
    if (!found) continue;
    // A selected number may be one of many on the page: the texts around belong to none of them.
    const texts = found.from === 'selection' ? {} : readTexts(rule, reader, found.id);
    return { opportunityId: found.id, ...texts, rule: rule.id };
  }
  return undefined;
}

function readId(rule: SiteRule, url: URL, reader: DomReader): { id: string; from: IdSource['from'] } | undefined {
  for (const source of rule.opportunity.id) {
    const id = isUrlSource(source) ? readUrlSource(source, url) : unlessThrown(() => reader.readId(source));
    if (id !== undefined) return { id, from: source.from };
  }
  return undefined;
}

type PageTexts = Omit<PageContext, 'opportunityId' | 'rule'>;

function readTexts(rule: SiteRule, reader: DomReader, opportunityId: string): PageTexts {
  if (unlessThrown(() => reader.namesAnother(opportunityId))) return {};
  const { title, customer, stage, territory } = rule.opportunity;
  return {
    ...named('title', firstText(title, reader)),
    ...named('customer', firstText(customer, reader)),
    ...named('stage', firstText(stage, reader)),
    ...named('territory', firstText(territory, reader)),
  };
}

function named<Name extends string>(name: Name, text: string | undefined): { [key in Name]?: string } {
  const entry: { [key in Name]?: string } = {};
  if (text) entry[name] = text;
  return entry;
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
function unlessThrown<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
