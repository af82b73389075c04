import { describe, expect, it } from 'vitest';
import { createPermissions } from '@/test/fakes/browser-parts';
import { createStorageArea } from '@/test/fakes/storage-area';
import { createEnabledSites } from './enabled-sites';
import { createSiteWishes } from './site-wishes';
import { createTabHandlers } from './tab-handlers';

const site = 'https://crm.example.com';

function world(
  endpoint: string,
  rows: unknown = undefined,
  operations?: { operation: string }[],
  disabledOperations: string[] = [],
) {
  const permissions = createPermissions(`${site}/*`);
  const registered = new Set<string>();
  const handlers = createTabHandlers({
    reader: {
      readTab: async () => ({ state: 'none', granted: true }),
      addressOf: async () => undefined,
      enableSite: async (origin) => void registered.add(origin),
      disableSite: async (origin) => void registered.delete(origin),
      syncSites: async () => {},
      readRows: async () => ({ answer: rows, address: `${site}/list?page=2`, operations }),
      point: async () => undefined,
      tryRule: async () => undefined,
    },
    sites: createEnabledSites(createStorageArea()),
    wishes: createSiteWishes(createStorageArea(), () => 0),
    connections: {
      list: async () => [
        {
          id: 'top',
          platform: 'top',
          name: 'top',
          endpoint,
          appKey: '1',
          signMethod: 'md5',
          hasSecret: true,
          hasSession: true,
          permitted: true,
        },
      ],
    },
    permissions,
    settings: async () => ({ policy: { disabledOperations } }),
    changed: () => {},
  });
  return { handlers, permissions, registered };
}

describe('a site that is not to be read any more', () => {
  it('gives its permission back to the browser', async () => {
    const { handlers, permissions, registered } = world('https://eco.taobao.com/router/rest');
    await handlers['site.enable']({ origin: site, name: '' }, {});
    await handlers['site.disable']({ origin: site }, {});
    expect([registered.size, permissions.granted.size]).toEqual([0, 0]);
  });

  it('keeps the permission that a connection to the same host lives by', async () => {
    const { handlers, permissions } = world('https://crm.example.com/router/rest');
    await handlers['site.disable']({ origin: site }, {});
    expect(permissions.granted.has(`${site}/*`)).toBe(true);
  });
});

describe('the rows of a list', () => {
  const page = { origin: site, address: `${site}/list?page=2` };
  const row = { id: '1', title: '甲', isTicked: true };
  const endpoint = 'https://eco.taobao.com/router/rest';

  it('are what the page says, where that is a list', async () => {
    const { handlers } = world(endpoint, { rows: { total: 700, rows: [row] } });
    expect(await handlers['tab.rows']({ tabId: 7 }, {})).toEqual({ total: 700, rows: [row], ...page });
  });

  it('come with what the rule lets apply', async () => {
    const operations = [{ operation: 'release-opportunity' }];
    const { handlers } = world(endpoint, { rows: { total: 1, rows: [row] } }, operations);
    expect(await handlers['tab.rows']({ tabId: 7 }, {})).toMatchObject({ total: 1, operations });
  });

  it('are told of the site that was shown only', async () => {
    const { handlers } = world(endpoint, { rows: { total: 1, rows: [row] } });
    expect(await handlers['tab.rows']({ tabId: 7, origin: site }, {})).toEqual({ total: 1, rows: [row], ...page });
    const other = await handlers['tab.rows']({ tabId: 7, origin: 'https://other.example.com' }, {});
    expect(other).toEqual({ total: 0, rows: [], ...page });
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'rows'],
    ['a page without a list', {}],
    ['an id that is none', { rows: { total: 1, rows: [{ ...row, id: 'x' }] } }],
    ['a key too many', { rows: { total: 1, rows: [{ ...row, __proto__: null, script: 'x' }] } }],
    ['more than are read', { rows: { total: 501, rows: Array(501).fill(row) } }],
    ['a title without end', { rows: { total: 1, rows: [{ ...row, title: '长'.repeat(201) }] } }],
  ])('are none where the page says %s', async (_, answer) => {
    expect(await world(endpoint, answer).handlers['tab.rows']({ tabId: 7 }, {})).toEqual({
      ...{ total: 0, rows: [], ...page },
    });
  });
});

describe('an operation that a policy has closed', () => {
  const closed = ['release-opportunity'];
  const page = { total: 0, rows: [] };

  it.each([
    ['no rule narrows it', undefined, ['update-opportunity', 'submit-outreach', 'query-im-settings', 'sell-cards']],
    ['a rule narrows it', [{ operation: 'release-opportunity' }, { operation: 'sell-cards' }], ['sell-cards']],
  ])('is offered neither for a record nor for a list, where %s', async (_where, operations, left) => {
    const { handlers } = world('https://eco.taobao.com/router/rest', page, operations, closed);
    const rows = await handlers['tab.rows']({ tabId: 1 }, {});
    expect(rows.operations?.map(({ operation }) => operation)).toEqual(left);
    const record = await handlers['tab.read']({ tabId: 1 }, {});
    expect(record.operations?.map(({ operation }) => operation)).not.toContain('release-opportunity');
  });

  it('changes nothing where there is none', async () => {
    const { handlers } = world('https://eco.taobao.com/router/rest', page);
    expect((await handlers['tab.rows']({ tabId: 1 }, {})).operations).toBeUndefined();
  });
});
