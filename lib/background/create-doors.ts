import { extensionContract } from '@/lib/messages/extension-contract';
import { createDoor, type Door, isOwnPage, isWebPage } from '@/lib/messages/gate';
import { pageContract } from '@/lib/messages/page-contract';
import { createSealer } from '@/lib/messages/sealer';
import { operations } from '@/lib/operations/registry';
import { toldRules } from '@/lib/pages/told-rule';
import { createBulkHandlers } from './bulk/bulk-handlers';
import { createResultHandlers } from './bulk/result-handlers';
import { createTemplateHandlers } from './bulk/template-handlers';
import { createConnectionHandlers } from './connection-handlers';
import type { Background } from './create-background';
import { createCrmConnectionHandlers } from './crm-connection-handlers';
import { createCrmHandlers } from './crm-handlers';
import { createDraftHandlers } from './draft-handlers';
import { createDryRuns } from './dry-runs';
import { createImHandlers } from './im-handlers';
import { createJobHandlers } from './job-handlers';
import { createJournalHandlers } from './journal-handlers';
import { createRecordHandlers } from './record-handlers';
import { createRuleHandlers } from './rule-handlers';
import { armWake } from './schedule-wake';
import { createSettingsHandlers } from './settings-handlers';
import { createTabHandlers } from './tab-handlers';
import { createTeachHandlers } from './teach-handlers';
import { createVaultHandlers } from './vault-handlers';

/** Our pages, the only ones that the extension contract admits. */
export const surfaces = ['popup.html', 'sidepanel.html', 'options.html'];

/** Calls that a person makes and that need the vault or change what it guards; each begins the wait until it locks anew. */
const usingCalls = new Set([
  'vault.create',
  'vault.unlock',
  'vault.change',
  'connection.save',
  'connection.test',
  'crm.saveConnection',
  'crm.signIn',
  'crm.testConnection',
  'crm.read',
  'crm.edit',
  'crm.followUp',
  'crm.planUndo',
  'preferences.save',
  'settings.import',
  'job.create',
  'job.preview',
  'job.resume',
  'job.decide',
  'job.decideAll',
  'bulk.addRows',
  'bulk.editCell',
  'bulk.run',
]);

export type Doors = Record<'extension' | 'page', Door>;

/** Both entrances of the worker. */
export function createDoors(
  background: Background,
  world: {
    extensionUrl: string;
    crypto: Crypto;
    permissions: {
      contains(asked: { origins: string[] }): Promise<boolean>;
      remove(given: { origins: string[] }): Promise<boolean>;
    };
  },
): Doors {
  const { database, store, vault, connections, notes, reader, rules, autoLock, callTop, callIkcrm, changed, clock } =
    background;
  const sealer = createSealer(world.crypto);
  const hosts = { store, sites: background.sites, permissions: world.permissions };
  const jobs = {
    ...{ database, operations, connections, clock, changed },
    isUnlocked: async () => (await vault.state()).state === 'unlocked',
    settings: () => store.read(),
    newId: background.newUlid,
    armAlarm: () => armWake(background.alarms, clock()),
    dryRuns: createDryRuns(background.session, store.read),
  };
  const extension = createDoor(
    extensionContract,
    {
      'app.read': () => background.appState(),
      async 'app.wake'() {
        background.wake();
        return {};
      },
      async 'panel.followed'({ at }) {
        await notes.forgetWish(at);
        return {};
      },
      ...createTabHandlers({ ...background, permissions: world.permissions, settings: store.read }),
      ...createTeachHandlers(background),
      ...createRuleHandlers({ store, rules, reader, changed }),
      ...createVaultHandlers(vault, sealer, changed),
      ...createConnectionHandlers({ ...hosts, database, vault, sealer, callTop, changed }),
      ...createSettingsHandlers({ store, vault, sealer, changed }),
      ...createCrmConnectionHandlers({ ...hosts, vault, sealer, callIkcrm, changed }),
      ...createCrmHandlers({ ...jobs, callIkcrm }),
      ...createRecordHandlers({
        ...{ database, connections, clock, isOnline: background.isOnline },
        callIkcrm: background.callForPanel,
        linkTo: background.links.seenIn,
      }),
      ...createDraftHandlers(database, clock),
      ...createJournalHandlers({
        ...{ database, clock, head: background.journalHead, changed: background.show },
        settings: () => store.read(),
      }),
      ...createImHandlers({ database, desk: background.imDesk, changed: background.show }),
      ...createBulkHandlers({ ...jobs, rulesFor: background.rulesFor }),
      ...createResultHandlers(jobs),
      ...createTemplateHandlers(database, background.newUlid),
      ...createJobHandlers({ ...jobs, connections }),
    },
    isOwnPage(world.extensionUrl, surfaces),
  );
  const page = createDoor(
    pageContract,
    {
      // The panel hears it too and asks for a reading of its own; here it is only held to the contract.
      'page.report': async () => ({}),
      'page.pointed': async () => ({}),
      'page.rules': async (_, { url }) => ({ rules: toldRules(await rules(), url) }),
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
      if (usingCalls.has(call)) await autoLock.touch();
      if (call === 'vault.lock' || call === 'vault.reset') await autoLock.stop();
      return answer;
    },
  };
}
