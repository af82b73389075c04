import { extensionContract } from '@/lib/messages/extension-contract';
import { createDoor, type Door, isOwnPage, isWebPage } from '@/lib/messages/gate';
import { pageContract } from '@/lib/messages/page-contract';
import { createSealer } from '@/lib/messages/sealer';
import { operations } from '@/lib/operations/registry';
import { createConnectionHandlers } from './connection-handlers';
import type { Background } from './create-background';
import { createDraftHandlers } from './draft-handlers';
import { createJobHandlers } from './job-handlers';
import { createJournalHandlers } from './journal-handlers';
import { createSettingsHandlers } from './settings-handlers';
import { createTabHandlers } from './tab-handlers';
import { createVaultHandlers } from './vault-handlers';

/** Our pages, the only ones that the extension contract admits. */
export const surfaces = ['popup.html', 'sidepanel.html', 'options.html'];

/** Calls that surfaces make by themselves; they are no use of the vault, so they do not keep it open. */
const idleCalls = new Set(['app.read', 'app.wake', 'tab.read', 'draft.read', 'draft.save', 'job.read', 'job.history']);

export type Doors = Record<'extension' | 'page', Door>;

/** Both entrances of the worker. */
export function createDoors(
  background: Background,
  world: {
    extensionUrl: string;
    crypto: Crypto;
    permissions: { contains(asked: { origins: string[] }): Promise<boolean> };
  },
): Doors {
  const { database, store, vault, connections, sites, notes, reader, autoLock, engine, callTop, changed, clock } =
    background;
  const sealer = createSealer(world.crypto);
  const extension = createDoor(
    extensionContract,
    {
      'app.read': () => background.appState(),
      async 'app.wake'() {
        void engine.run();
        return {};
      },
      async 'panel.followed'({ at }) {
        await notes.forgetWish(at);
        return {};
      },
      ...createTabHandlers(reader, sites, changed),
      ...createVaultHandlers(vault, sealer, changed),
      ...createConnectionHandlers({ store, vault, sealer, permissions: world.permissions, callTop, changed }),
      ...createSettingsHandlers({ store, vault, sealer, changed }),
      ...createDraftHandlers(database, clock),
      ...createJournalHandlers(database),
      ...createJobHandlers({
        database,
        operations,
        connections,
        isUnlocked: async () => (await vault.state()).state === 'unlocked',
        settings: () => store.read(),
        clock,
        newId: background.newUlid,
        changed,
      }),
    },
    isOwnPage(world.extensionUrl, surfaces),
  );
  const page = createDoor(
    pageContract,
    {
      async 'page.report'({ context }, sender) {
        await reader.keepContext(sender, context);
        return {};
      },
    },
    isWebPage,
  );
  return { extension: keepOpenWhileUsed(extension, autoLock), page };
}

/** Locks what is overdue before a call is answered, and begins the wait anew after a call that a person made. */
function keepOpenWhileUsed(door: Door, autoLock: Background['autoLock']): Door {
  return {
    admits: door.admits,
    async answer(call, input, sender) {
      await autoLock.check();
      const answer = await door.answer(call, input, sender);
      if (!idleCalls.has(call)) await autoLock.touch();
      return answer;
    },
  };
}
