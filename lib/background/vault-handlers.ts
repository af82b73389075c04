import type { Vault } from '@/lib/connections/vault';
import type { Sealed } from '@/lib/messages/sealed';
import type { Sealer } from '@/lib/messages/sealer';
import type { HandlersOf } from './handlers';

/** The vault's doors. Passphrases come in sealed; nothing but its state ever goes out. */
export function createVaultHandlers(vault: Vault, sealer: Sealer, changed: () => void): HandlersOf<'vault'> {
  const open = async (sealed: Sealed | undefined) => (sealed ? sealer.open(sealed) : undefined);
  const done = async (change: Promise<void>) => {
    await change;
    changed();
    return {};
  };
  return {
    'vault.sealKey': () => sealer.publicKey(),
    'vault.create': async ({ mode, passphrase }) => done(vault.create(mode, await open(passphrase))),
    'vault.unlock': async ({ passphrase }) => done(vault.unlock(await open(passphrase))),
    'vault.lock': () => done(vault.lock()),
    'vault.change': async ({ mode, current, passphrase }) =>
      done(vault.change({ mode, current: await open(current), passphrase: await open(passphrase) })),
    'vault.reset': () => done(vault.reset()),
  };
}
