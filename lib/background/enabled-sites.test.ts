import { describe, expect, it } from 'vitest';
import { createStorageArea } from '@/test/fakes/storage-area';
import { createEnabledSites } from './enabled-sites';

const crm = { origin: 'https://crm.example.com', name: '伙伴CRM' };
const other = { origin: 'https://other.example.com:8443', name: 'other' };

describe('enabled sites', () => {
  it('are none at first, and nothing is stored by looking', async () => {
    const local = createStorageArea();
    expect(await createEnabledSites(local).list()).toEqual([]);
    expect(local.contents()).toEqual({});
  });

  it('outlive the worker, each origin once with its last name', async () => {
    const local = createStorageArea();
    const sites = createEnabledSites(local);
    await sites.add(crm);
    await sites.add(other);
    await sites.add({ ...crm, name: '改了名字' });
    expect(await createEnabledSites(local).list()).toEqual([other, { ...crm, name: '改了名字' }]);
    await sites.remove(crm.origin);
    await sites.remove('https://nobody.example.com');
    expect(await createEnabledSites(local).list()).toEqual([other]);
  });

  it('are all kept when many change at once', async () => {
    const sites = createEnabledSites(createStorageArea());
    const origins = Array.from({ length: 20 }, (_, index) => `https://site-${index}.example.com`);
    await Promise.all(origins.map((origin) => sites.add({ origin, name: origin })));
    expect((await sites.list()).map(({ origin }) => origin)).toEqual(origins);
  });

  it('are none when what is stored is no list of sites, and can be added again', async () => {
    const local = createStorageArea();
    local.plant({ 'enabled-sites': [{ origin: 7 }] });
    const sites = createEnabledSites(local);
    expect(await sites.list()).toEqual([]);
    await sites.add(crm);
    expect(await sites.list()).toEqual([crm]);
  });
});
