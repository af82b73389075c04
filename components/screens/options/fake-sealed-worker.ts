import { AppError } from '@/lib/errors/app-error';
import type { AppState } from '@/lib/messages/app-state';
import { topConnections } from '@/lib/messages/connections-of';
import type { Sealed } from '@/lib/messages/sealed';
import { createSealer, type Sealer } from '@/lib/messages/sealer';
import { createFakeApp, createFakeWorker, type FakeApp, type FakeWorker } from '@/test/fakes/fake-client';

/** For tests of this page: a fake worker with a vault that opens to one passphrase, and with what was sealed to it. */
export interface SealedWorker {
  app: FakeApp;
  worker: FakeWorker;
  /** Every host asked for, in order. */
  asked: string[][];
  files: { name: string; text: string }[];
  open(sealed: Sealed): Promise<string>;
  /** A worker started anew: what was sealed to the one before does not open. */
  restart(): void;
  /** All that went to the worker, as it would stand in a recording. */
  recording(): string;
}

export const rightPassphrase = 'correct horse battery';

export function createSealedWorker(state: Partial<AppState> = {}, isGranted = true): SealedWorker {
  let sealer: Sealer = createSealer(crypto);
  const worker = createFakeWorker(state);
  const asked: string[][] = [];
  const files: { name: string; text: string }[] = [];
  const setVault = (vault: AppState['vault']) => {
    worker.change({ vault });
    return {};
  };
  const checkPassphrase = async (sealed: Sealed | undefined) => {
    if (worker.state.value.vault.mode !== 'passphrase') return;
    if (!sealed || (await sealer.open(sealed)) !== rightPassphrase)
      throw new AppError('invalid-input', { reason: 'wrong-passphrase' });
  };
  worker.answer({
    'vault.sealKey': () => sealer.publicKey(),
    'vault.create': async ({ mode, passphrase }) => {
      if (passphrase) await sealer.open(passphrase);
      return setVault({ state: 'unlocked', mode });
    },
    'vault.unlock': async ({ passphrase }) => {
      await checkPassphrase(passphrase);
      return setVault({ ...worker.state.value.vault, state: 'unlocked' });
    },
    'vault.change': async ({ mode, current }) => {
      await checkPassphrase(current);
      return setVault({ ...worker.state.value.vault, mode });
    },
    'connection.save': async ({ connection, secrets }) => {
      for (const sealed of [secrets.appSecret, secrets.session]) if (sealed) await sealer.open(sealed);
      const others = worker.state.value.connections.filter(({ id }) => id !== connection.id);
      const kept = topConnections(worker.state.value.connections).find(({ id }) => id === connection.id);
      const summary = {
        ...connection,
        hasSecret: secrets.appSecret !== undefined || kept?.hasSecret === true,
        hasSession: secrets.session !== undefined || kept?.hasSession === true,
        permitted: isGranted,
      };
      worker.change({ connections: [...others, summary] });
      return {};
    },
    'connection.delete': ({ id }) => {
      worker.change({ connections: worker.state.value.connections.filter((connection) => connection.id !== id) });
      return {};
    },
  });
  return {
    worker,
    app: createFakeApp(worker, {
      surface: 'options',
      ports: {
        requestOrigins: async (patterns) => {
          asked.push(patterns);
          return isGranted;
        },
        saveFile: (name, content) => void files.push({ name, text: String(content) }),
      },
    }),
    asked,
    files,
    open: (sealed) => sealer.open(sealed),
    restart() {
      sealer = createSealer(crypto);
    },
    recording: () => JSON.stringify(worker.calls),
  };
}
