import { describe, expect, it } from 'vitest';
import { createPermissions } from '@/test/fakes/browser-parts';
import { createStorageArea } from '@/test/fakes/storage-area';
import { createEnabledSites } from './enabled-sites';
import { createTabHandlers } from './tab-handlers';

const site = 'https://crm.example.com';

function world(endpoint: string) {
  const permissions = createPermissions(`${site}/*`);
  const registered = new Set<string>();
  const handlers = createTabHandlers({
    reader: {
      readTab: async () => ({ state: 'none', granted: true }),
      enableSite: async (origin) => void registered.add(origin),
      disableSite: async (origin) => void registered.delete(origin),
      syncSites: async () => {},
    },
    sites: createEnabledSites(createStorageArea()),
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
