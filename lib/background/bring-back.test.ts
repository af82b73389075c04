import { describe, expect, it } from 'vitest';
import { createBackgroundWorld, secrets, until } from '@/test/fakes/background-world';
import { bringBack } from './bring-back';

/** A browser that was closed with a vault of that mode in it. */
async function createClosedBrowser(mode: 'device' | 'passphrase') {
  const world = await createBackgroundWorld();
  const passphrase = mode === 'passphrase' ? secrets.passphrase : undefined;
  await world.startWorker().background.vault.create(mode, passphrase);
  world.session.clear();
  const startWorker = async () => {
    const { background } = world.startWorker();
    await bringBack(background, (thrown) => void world.reported.push(thrown));
    return background;
  };
  return { world, startWorker };
}

describe('what a new worker brings back', () => {
  it('opens a vault that this device guards when the browser starts, and begins the wait until it locks', async () => {
    const { world, startWorker } = await createClosedBrowser('device');
    const { vault } = await startWorker();
    expect((await vault.state()).state).toBe('unlocked');
    expect(world.alarms.set.get('auto-lock')).toBe(world.clock.read() + 30 * 60_000);
  });

  it('leaves a vault with a passphrase locked', async () => {
    const { startWorker } = await createClosedBrowser('passphrase');
    expect((await (await startWorker()).vault.state()).state).toBe('locked');
  });

  it('does not open again what was locked since the browser’s start', async () => {
    const { startWorker } = await createClosedBrowser('device');
    const first = await startWorker();
    await first.vault.lock();
    expect((await (await startWorker()).vault.state()).state).toBe('locked');
  });

  it('locks what is overdue before anything can be asked of it', async () => {
    const { world, startWorker } = await createClosedBrowser('device');
    await startWorker();
    world.clock.advance(30 * 60_000);
    expect((await (await startWorker()).vault.state()).state).toBe('locked');
  });

  it('registers the reader again on the sites that are still granted, which an update drops', async () => {
    const { world, startWorker } = await createClosedBrowser('device');
    const { sites } = await startWorker();
    await sites.add({ origin: 'https://crm.example.com', name: '' });
    await sites.add({ origin: 'https://gone.example.com', name: '' });
    world.permissions.granted.add('https://crm.example.com/*');
    await startWorker();
    await until(
      () => world.tabs.scripts.size,
      (size) => size > 0,
    );
    expect([...world.tabs.scripts.keys()]).toEqual(['crm-page:https://crm.example.com']);
  });

  it('goes on with the rest when a step fails, and reports it', async () => {
    const { world, startWorker } = await createClosedBrowser('device');
    await world.database.clear('keys');
    const { vault } = await startWorker();
    expect((await vault.state()).state).toBe('locked');
    expect(world.reported).toMatchObject([{ code: 'locked', detail: { reason: 'device-key-gone' } }]);
  });
});
