import type { Language } from '@/lib/i18n/language';
import { omniboxWords } from '@/lib/i18n/omnibox-words';
import { cleanText, plainDigits } from '@/lib/pages/clean-text';
import { findOpportunityId } from '@/lib/pages/opportunity-id';
import type { Database } from '@/lib/storage/open-database';
import { type KnownOpportunity, searchKnown } from './known-opportunities';
import type { RecordLinks } from './record-links';

export interface Suggestion {
  /** What stands in the address bar once it is chosen, and comes back with Enter. */
  content: string;
  /** XML, as the browser wants it. */
  description: string;
}

export interface OmniboxParts {
  database: Database;
  links: Pick<RecordLinks, 'all'>;
  language(): Promise<Language>;
  /** `chrome-extension://…/`. */
  extensionUrl: string;
}

export interface Omnibox {
  /** `first` says what Enter does with what was typed. */
  suggest(text: string): Promise<{ first: string; others: Suggestion[] }>;
  /** The address that what was typed or chosen leads to. */
  addressFor(text: string): Promise<string>;
}

const mostSuggestions = 6;
const longestText = 60;
/** In a suggestion's content, in a host's place: our own page. */
const here = 'sidekick';

/** Jumps to an opportunity by its id, or by words that are known here. Nothing that is typed leaves the browser. */
export function createOmnibox({ database, links, language, extensionUrl }: OmniboxParts): Omnibox {
  async function placesOf({ id, label }: KnownOpportunity): Promise<Suggestion[]> {
    const words = omniboxWords[await language()];
    const hosts = (await links.all(id)).map((link) => new URL(link).host);
    const name = label ? ` · ${label}` : '';
    return [
      ...hosts.map((host) => ({ content: `${id} ${host}`, description: toXml(words.openIn(id, host) + name) })),
      { content: `${id} ${here}`, description: toXml(words.show(id) + name) },
    ];
  }

  async function find(text: string): Promise<KnownOpportunity[]> {
    const plain = plainDigits(text).trim();
    const known = plain === '' ? [] : await searchKnown(database, plain, mostSuggestions);
    // Digits are an id, were it also a part of others; words may hold a number without meaning one.
    const id = /^\d{1,32}$/.test(plain) ? plain : known.length === 0 ? findOpportunityId(plain) : undefined;
    if (id === undefined) return known;
    return [known.find((one) => one.id === id) ?? { id }, ...known.filter((one) => one.id !== id)];
  }

  async function pageOf(id: string, host?: string): Promise<string> {
    const all = host === here ? [] : await links.all(id);
    const link = host === undefined ? all[0] : all.find((one) => new URL(one).host === host);
    return link ?? ownPage(id);
  }

  function ownPage(argument: string): string {
    return `${extensionUrl}sidepanel.html#/opportunity${argument && `/${encodeURIComponent(argument)}`}`;
  }

  return {
    async suggest(text) {
      const words = omniboxWords[await language()];
      const found = await find(text);
      if (found.length === 0) {
        const said = cleanText(text, longestText);
        return { first: toXml(said ? words.nothing(said) : words.hint), others: [] };
      }
      const [places = [], ...more] = await Promise.all(found.map(placesOf));
      const others = more.flatMap(([place]) => place ?? []);
      const [first, ...rest] = places;
      if (first && isMeant(found, text))
        return { first: first.description, others: [...rest, ...others].slice(0, mostSuggestions) };
      return { first: toXml(words.several(found.length)), others: first ? [first, ...others] : others };
    },
    async addressFor(text) {
      const [, chosen, host] = /^(\d{1,32}) ([\w.:-]+)$/.exec(text) ?? [];
      if (chosen !== undefined) return pageOf(chosen, host);
      const found = await find(text);
      const [first] = found;
      return first && isMeant(found, text) ? pageOf(first.id) : ownPage(text.trim().slice(0, longestText));
    },
  };
}

/** Of several that were found by a word none is meant: our own page says so at its field. */
function isMeant([first, another]: readonly KnownOpportunity[], text: string): boolean {
  return first !== undefined && (another === undefined || first.id === plainDigits(text).trim());
}

/** Titles come from pages: no markup of theirs, no control signs, and not so long that the rest is out of sight. */
function toXml(text: string): string {
  return cleanText(text, 2 * longestText)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
