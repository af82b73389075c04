import type { Language } from '@/lib/i18n/language';
import { omniboxWords } from '@/lib/i18n/omnibox-words';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
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
  /** What stands first, before anything is known of what is typed: the browser shows it one key late, so it names nothing. */
  first(): Promise<string>;
  suggest(text: string): Promise<Suggestion[]>;
  /** The address that what was typed or chosen leads to. */
  addressFor(text: string): Promise<string>;
}

const mostSuggestions = 6;
const longestText = 60;
/** In a suggestion's content, in a host's place: our own page. */
const here = 'sidekick';
/** Behind a text that was found nowhere: a suggestion is not what was typed. */
const nothingMark = ' ?';

/** Jumps to an opportunity by its id, or by words that are known here. Nothing that is typed leaves the browser. */
export function createOmnibox({ database, links, language, extensionUrl }: OmniboxParts): Omnibox {
  async function placesOf({ id, label }: KnownOpportunity): Promise<Suggestion[]> {
    const words = omniboxWords[await language()];
    const hosts = (await links.all(id)).map((link) => new URL(link).host);
    const name = label ? ` · ${maskWhereFound(label)}` : '';
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
    first: async () => toXml(omniboxWords[await language()].first),
    async suggest(text) {
      const said = cleanText(text, longestText);
      const found = await find(text);
      if (found.length === 0) {
        const words = omniboxWords[await language()];
        return said ? [{ content: said + nothingMark, description: toXml(words.nothing(said)) }] : [];
      }
      const [places = [], ...more] = await Promise.all(found.map(placesOf));
      // Of the one that Enter leads to, every place; of the others the likeliest.
      const others = more.flatMap(([place]) => place ?? []);
      return [...(isMeant(found, text) ? places : places.slice(0, 1)), ...others].slice(0, mostSuggestions);
    },
    async addressFor(text) {
      const [, chosen, host] = /^(\d{1,32}) ([\w.:-]+)$/.exec(text) ?? [];
      if (chosen !== undefined) return pageOf(chosen, host);
      const found = await find(text);
      const [first] = found;
      return first && isMeant(found, text)
        ? pageOf(first.id)
        : ownPage(text.replace(nothingMark, '').trim().slice(0, longestText));
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
