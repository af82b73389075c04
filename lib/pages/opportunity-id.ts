import { cleanText, plainDigits } from './clean-text';
import { matchesPattern } from './match-pattern';
import type { SiteRule } from './site-rule';
import { readUrlSource } from './url-source';

const longestSelection = 500;

// Not followed by what makes it a part of something else: a letter (3天), a percent sign, a date's or number's next piece.
const end = '(?![\\p{L}\\d_%]|[.,:/-]\\d)';
const labelled = new RegExp(
  `(?:商机|opportunity)\\s*(?:id|编号|编码|号|number|no\\.?)?\\s*[:\\uff1a#]?\\s*(\\d{1,32})${end}`,
  'giu',
);
const bare = new RegExp(`(?<![\\p{L}\\d_.,/\\u00a5\\uffe5$-]|\\d:)\\d{1,32}${end}`, 'gu');

/**
 * The id in a selected text: the number named as an opportunity's (商机 20191214888, opportunity id: 1), else the only number there.
 * Nothing when different ids could be meant, or when the text is longer than 500 characters.
 */
export function findOpportunityId(text: string): string | undefined {
  if (text.length > longestSelection) return undefined;
  // Digits first: cleaning would fold the thin spaces that group them into common ones.
  const line = cleanText(plainDigits(text), longestSelection);
  const named = new Set([...line.matchAll(labelled)].flatMap((match) => match[1] ?? []));
  const ids = named.size > 0 ? named : new Set([...line.matchAll(bare)].map(([digits]) => digits));
  return ids.size === 1 ? [...ids][0] : undefined;
}

/** The id in the address of a page or link, by the URL sources of the rules that match it. */
export function opportunityIdFromUrl(url: string, rules: readonly SiteRule[]): string | undefined {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address) return undefined;
  for (const rule of rules) {
    if (!rule.match.some((pattern) => matchesPattern(pattern, address))) continue;
    for (const source of rule.opportunity.id) {
      const id = readUrlSource(source, address);
      if (id !== undefined) return id;
    }
  }
  return undefined;
}
