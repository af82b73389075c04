import { describe, expect, it } from 'vitest';
import { createBackgroundWorld, until } from '@/test/fakes/background-world';
import { startInBrowser } from '@/test/fakes/fake-browser';

const origin = 'https://crm.example.com';
const pattern = `${origin}/*`;

async function createWorld() {
  const world = await createBackgroundWorld();
  const browser = startInBrowser(world);
  const { client } = browser.worker;
  const sites = async () => (await client.call('app.read', {})).sites;
  const grant = (...granted: string[]) => {
    for (const one of granted) world.permissions.granted.add(one);
    browser.happen('permissions.onAdded', { origins: granted });
  };
  const scripts = () => [...world.tabs.scripts.keys()];
  return { world, ...browser, client, sites, grant, scripts };
}

describe('a site that somebody wishes to be read', () => {
  it('is read from the moment the browser grants it, though the popup that asked is gone', async () => {
    const { client, sites, grant, scripts } = await createWorld();
    await client.call('site.wish', { origin, name: '伙伴CRM' });
    expect([await sites(), scripts()]).toEqual([[], []]);
    grant(pattern);
    await until(sites, (enabled) => enabled.length === 1);
    expect(await sites()).toEqual([{ origin, name: '伙伴CRM', permitted: true }]);
    expect(scripts()).toEqual([`crm-page:${origin}`]);
  });

  it('is read at once where the browser granted it before the wish arrived', async () => {
    const { client, sites, grant } = await createWorld();
    grant(pattern);
    await client.call('site.wish', { origin, name: '' });
    expect(await sites()).toEqual([{ origin, name: 'crm.example.com', permitted: true }]);
  });

  it('is nothing any more once the question was answered with no', async () => {
    const { world, client, sites, grant } = await createWorld();
    await client.call('site.wish', { origin, name: '' });
    await client.call('site.unwish', { origin, name: '' });
    const told = world.shown.length;
    grant(pattern);
    await until(
      () => world.shown.length,
      (shown) => shown > told,
    );
    expect(await sites()).toEqual([]);
  });

  it('is nothing any more once a gateway on the same host is asked for, whatever its port', async () => {
    const { world, client, sites, grant } = await createWorld();
    await client.call('site.wish', { origin, name: '' });
    await client.call('site.wish', { origin: 'https://other.example.com', name: '' });
    await client.call('site.unwish', { origin: `${origin}:8443`, name: '' });
    await client.call('site.unwish', { origin: 'no address', name: '' });
    const told = world.shown.length;
    grant(pattern);
    await until(
      () => world.shown.length,
      (shown) => shown > told,
    );
    expect(await sites()).toEqual([]);
    grant('https://other.example.com/*');
    await until(sites, (enabled) => enabled.length === 1);
  });

  it('outlives the worker', async () => {
    const { world, client, sites } = await createWorld();
    await client.call('site.wish', { origin, name: '' });
    world.killWorker();
    const next = startInBrowser(world);
    world.permissions.granted.add(pattern);
    next.happen('permissions.onAdded', { origins: [pattern] });
    await until(sites, (enabled) => enabled.length === 1);
  });

  it('is nothing when another host is granted, or when it is granted long after for something else', async () => {
    const { world, client, sites, grant, scripts } = await createWorld();
    await client.call('site.wish', { origin, name: '' });
    grant('https://eco.taobao.com/*');
    world.clock.advance(6 * 60_000);
    const told = world.shown.length;
    grant(pattern);
    await until(
      () => world.shown.length,
      (shown) => shown > told,
    );
    expect([await sites(), scripts()]).toEqual([[], []]);
  });

  it.each(['crm.example.com', `${origin}/a`, 'chrome://extensions', '*://*'])('is no site: %j', async (text) => {
    const { client } = await createWorld();
    await expect(client.call('site.wish', { origin: text, name: '' })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('a permission that is taken back and granted again', () => {
  it('shows at the site, takes the reader away and brings it back', async () => {
    const { world, client, sites, grant, scripts, happen } = await createWorld();
    grant(pattern);
    await client.call('site.enable', { origin, name: '伙伴CRM' });
    world.permissions.granted.delete(pattern);
    happen('permissions.onRemoved', { origins: [pattern] });
    await until(scripts, (registered) => registered.length === 0);
    expect(await sites()).toEqual([{ origin, name: '伙伴CRM', permitted: false }]);
    grant(pattern);
    await until(scripts, (registered) => registered.length === 1);
    expect((await sites())[0]?.permitted).toBe(true);
  });
});
