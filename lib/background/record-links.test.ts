import { describe, expect, it } from 'vitest';
import { builtInRules, genericRule } from '@/lib/pages/built-in-rules';
import { type SiteRule, siteRuleSchema } from '@/lib/pages/site-rule';
import { createRecordLinks, linksTo } from './record-links';

const id = '9007199254740993';
const rule: SiteRule = { ...genericRule, id: 'own', match: ['https://crm.example.com/*'], link: '/#/deals/{id}?tab=1' };

describe('a link', () => {
  it.each([
    ['/{id}', true],
    ['/#/opportunities/{id}/base', true],
    ['/deals?id={id}', true],
    ['/deals', false],
    ['deals/{id}', false],
    ['//evil.example/{id}', false],
    ['/\\evil.example/{id}', false],
    ['https://evil.example/{id}', false],
    ['javascript:{id}', false],
    ['/{id}/{id}', false],
    ['/a b/{id}', false],
  ])('%j is a path with one id: %s', (link, isOne) => {
    expect(siteRuleSchema.safeParse({ ...rule, link }).success).toBe(isOne);
  });

  it('holds the id digit by digit and stays on what its rule matches', () => {
    const origins = ['https://crm.example.com', 'https://evil.example'];
    expect(linksTo(id, [rule], origins)).toEqual([`https://crm.example.com/#/deals/${id}?tab=1`]);
    expect(linksTo(id, [{ ...rule, match: ['https://crm.example.com/x/*'] }], origins)).toEqual([]);
    for (const notAnId of ['', 'x', '1/../2', '1'.repeat(33)]) expect(linksTo(notAnId, [rule], origins)).toEqual([]);
  });
});

function world(change: { own?: SiteRule[]; sites?: string[]; baseUrl?: string; url?: string }) {
  const { own = [], sites = [], baseUrl, url } = change;
  const crm = { id: 'crm', platform: 'ikcrm' as const, name: '励销云' };
  return createRecordLinks({
    rules: async () => [...own, ...builtInRules],
    settings: async () => ({ connections: baseUrl ? [{ ...crm, baseUrl }] : [], sites: own }),
    sites: { list: async () => sites.map((origin) => ({ origin })) },
    tabs: {
      async get() {
        if (url === undefined) throw new Error('No tab with that id');
        return { url };
      },
    },
  });
}

describe('the CRMs that are known', () => {
  it('are none of which nothing was set up', async () => {
    expect(await world({}).all(id)).toEqual([]);
  });

  it('are the enabled sites, the hosts of one’s own rules, and a connection’s', async () => {
    const sites = ['http://127.0.0.1:8787'];
    const baseUrl = 'https://lxcrm.weiwenjia.com';
    expect(await world({ own: [rule], sites, baseUrl }).all('7')).toEqual([
      'http://127.0.0.1:8787/crm/opportunities/7',
      'https://crm.example.com/#/deals/7?tab=1',
      'https://lxcrm.weiwenjia.com/opportunities/7',
    ]);
  });

  it('do not come of patterns that name no single host', async () => {
    const own = [{ ...rule, match: ['https://*.example.com/*', '*://*/*'] }];
    expect(await world({ own }).all('7')).toEqual([]);
  });
});

describe('the page that an opportunity is seen on', () => {
  it.each([
    ['http://127.0.0.1:8787/crm/opportunities/7?x=1', 'http://127.0.0.1:8787/crm/opportunities/7'],
    ['https://other.example/opportunities/7?tab=2', 'https://other.example/opportunities/7?tab=2'],
    ['https://other.example/list', undefined],
    ['chrome://version/', undefined],
    [undefined, undefined],
  ])('%j has the link %j', async (url, link) => {
    expect(await world(url === undefined ? {} : { url }).seenIn('7', 1)).toBe(link);
  });
});
