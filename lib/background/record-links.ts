import { addressOf } from '@/lib/connections/connection';
import { matchesPattern } from '@/lib/pages/match-pattern';
import { opportunityIdFromUrl } from '@/lib/pages/opportunity-id';
import { webOriginOf } from '@/lib/pages/origin';
import type { SiteRule } from '@/lib/pages/site-rule';
import type { Settings } from '@/lib/settings/settings';

export interface RecordLinkParts {
  rules(): Promise<SiteRule[]>;
  settings(): Promise<Pick<Settings, 'connections' | 'sites'>>;
  sites: { list(): Promise<readonly { origin: string }[]> };
  tabs: { get(tabId: number): Promise<{ url?: string | undefined }> };
}

export interface RecordLinks {
  /** Addresses of the opportunity in the CRMs that are known here, the likeliest first. */
  all(opportunityId: string): Promise<string[]>;
  /** In the CRM whose page is in the tab; where no rule knows, the page itself if its address names the opportunity. */
  seenIn(opportunityId: string, tabId: number | undefined): Promise<string | undefined>;
}

/** Where an opportunity's page is, by the rules' `link`. */
export function createRecordLinks({ rules, settings, sites, tabs }: RecordLinkParts): RecordLinks {
  async function all(opportunityId: string): Promise<string[]> {
    const { connections, sites: own } = await settings();
    const origins = [
      ...(await sites.list()).map(({ origin }) => origin),
      ...own.flatMap(({ match }) => match.flatMap(originOf)),
      ...connections.flatMap((one) => (one.platform === 'ikcrm' ? (webOriginOf(addressOf(one)) ?? []) : [])),
    ];
    return linksTo(opportunityId, await rules(), origins);
  }
  return {
    all,
    async seenIn(opportunityId, tabId) {
      if (tabId === undefined) return (await all(opportunityId))[0];
      const url = (await tabs.get(tabId).catch(() => undefined))?.url;
      const origin = webOriginOf(url);
      if (url === undefined || origin === undefined) return undefined;
      const known = await rules();
      const [link] = linksTo(opportunityId, rulesOfPage(known, url), [origin]);
      return link ?? (opportunityIdFromUrl(url, known) === opportunityId ? url : undefined);
    },
  };
}

/** A link stays on pages that its rule matches, whoever wrote the rule. */
export function linksTo(opportunityId: string, rules: readonly SiteRule[], origins: readonly string[]): string[] {
  if (!/^\d{1,32}$/.test(opportunityId)) return [];
  const links = origins.flatMap((origin) =>
    rules.flatMap(({ link, match }) => {
      if (link === undefined) return [];
      const url = new URL(link.replace('{id}', opportunityId), origin);
      return url.origin === origin && match.some((pattern) => matchesPattern(pattern, url)) ? [url.href] : [];
    }),
  );
  return [...new Set(links)];
}

/** Of several CRMs on one host, the page's own comes first. */
function rulesOfPage(rules: readonly SiteRule[], url: string): SiteRule[] {
  const page = new URL(url);
  return rules.filter(({ match }) => match.some((pattern) => matchesPattern(pattern, page)));
}

/** The origin of a pattern that names exactly one; `*` stands for both schemes, of which the secure one is taken. */
function originOf(pattern: string): string[] {
  const [, scheme, host] = /^(\*|https?):\/\/([^/*]+)\//.exec(pattern) ?? [];
  const origin = host && webOriginOf(`${scheme === 'http' ? 'http' : 'https'}://${host}/`);
  return origin ? [origin] : [];
}
