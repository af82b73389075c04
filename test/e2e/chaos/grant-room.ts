import type { ChaosWorld } from './chaos-world.ts';

type Held = Pick<ChaosWorld, 'browser' | 'session'>;

/**
 * For half a minute Chromium asks for no quota while what it granted last is not used up. So little above what is used
 * is granted from time to time that a few blobs of ours use it up.
 */
const roomBytes = 20_000_000;

/** From early on, so that a small quota is in force when the disk is to be full. */
export async function grantRoom(held: Held): Promise<void> {
  const { usage } = await held.session.send('Storage.getUsageAndQuota', { origin: originOf(held) });
  await setQuota(held, usage + roomBytes);
}

export async function setQuota(held: Held, quotaSize: number): Promise<void> {
  await held.session.send('Storage.overrideQuotaForOrigin', { origin: originOf(held), quotaSize });
}

function originOf({ browser }: Held): string {
  return `chrome-extension://${browser.extensionId}`;
}
