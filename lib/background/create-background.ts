import { createAutoLock, type LockAlarms } from '@/lib/connections/auto-lock';
import { createDeviceKeys } from '@/lib/connections/device-keys';
import { paceOf } from '@/lib/connections/pace';
import type { StorageArea } from '@/lib/connections/storage-area';
import { createVault } from '@/lib/connections/vault';
import { createDraftRunner } from '@/lib/jobs/drafts/run-drafts';
import { createEngine } from '@/lib/jobs/engine';
import { listOpenJobs } from '@/lib/jobs/read-jobs';
import { createJournalHead } from '@/lib/journal/journal-head';
import type { AppState } from '@/lib/messages/app-state';
import { pageContextSchema, pageRowsSummarySchema } from '@/lib/messages/page-context';
import type { JobOperation } from '@/lib/operations/operation';
import { operations } from '@/lib/operations/registry';
import { createPageReader, type PageReaderParts } from '@/lib/pages/readers';
import { createIkcrmCaller } from '@/lib/platforms/ikcrm/call';
import { createTopCaller } from '@/lib/platforms/top/call';
import { autoLockMinutes } from '@/lib/settings/settings';
import { createSettingsStore } from '@/lib/settings/settings-store';
import type { Database } from '@/lib/storage/open-database';
import { createRulesFor } from './bulk/draft-rules-for';
import { withLearning } from './bulk/learn-options';
import { createConnectionBook } from './connection-book';
import { crmOperations, isCrmJob } from './crm-operation';
import { createPrepareCrm } from './crm-send';
import { createEnabledSites } from './enabled-sites';
import { createImCheck } from './im-check';
import { createImDesk } from './im-desk';
import { noticeOfChanges } from './im-notice';
import { createJobLimits, leavingRoom } from './job-limits';
import { createJobNotices } from './job-notices';
import { createLimitedIkcrm, withFirstPlace } from './limited-ikcrm';
import { listRules } from './list-rules';
import { newId } from './new-id';
import type { Notice } from './notify';
import { createOmnibox } from './omnibox';
import { createPrepareSend } from './prepare-send';
import { publishLater } from './publish-later';
import { readAppState } from './read-app-state';
import { createRecordLinks } from './record-links';
import { type Alarms, scheduleWake } from './schedule-wake';
import { createSessionNotes } from './session-notes';
import { createSiteWishes } from './site-wishes';
import { createWorkLock, sleepUntilNews } from './web-lock';

/** What the worker needs of the browser. `entrypoints/background.ts` hands over the real ones. */
export interface BackgroundWorld extends Pick<PageReaderParts, 'tabs' | 'scripting' | 'permissions'> {
  database: Database;
  local: StorageArea;
  session: StorageArea;
  alarms: Alarms & LockAlarms;
  locks: LockManager;
  crypto: Crypto;
  fetch: typeof fetch;
  clock: () => number;
  isOnline(): boolean;
  language: 'zh-CN' | 'en';
  /** `chrome-extension://…/`. */
  extensionUrl: string;
  /** An extension call that does nothing, to be made while a request is under way. */
  stayAlive(): void;
  /** Shows a notification, where the person allowed them. */
  notify(notice: Notice): Promise<void>;
  /** Tells the surfaces, badge and menu. */
  show(state: AppState): Promise<void>;
  /** Gets what went wrong unexpectedly. */
  report(thrown: unknown): void;
}

const sleep = (delayMs: number) => new Promise<void>((resolve) => setTimeout(resolve, delayMs));

export type Background = ReturnType<typeof createBackground>;

/** The worker's parts, wired; nothing runs until one of them is asked. */
export function createBackground(world: BackgroundWorld) {
  const { database, local, session, alarms, clock, crypto, report } = world;
  const store = createSettingsStore({ local, clock, defaultLanguage: world.language });
  const vault = createVault({ local, session, crypto, deviceKeys: createDeviceKeys(database) });
  const connections = createConnectionBook({ store, vault, permissions: world.permissions });
  const sites = createEnabledSites(local);
  const wishes = createSiteWishes(session, clock);
  const rules = () => listRules(store.read);
  const links = createRecordLinks({ rules, settings: store.read, sites, tabs: world.tabs });
  const notes = createSessionNotes(session);
  const journalHead = createJournalHead({ database, local });
  const callTop = createTopCaller({ fetch: world.fetch, clock, timeoutSignal: (ms) => AbortSignal.timeout(ms) });
  const limits = createJobLimits(store);
  const ikcrm = {
    database,
    limitFor: limits.ofCrm,
    callIkcrm: createIkcrmCaller({ fetch: world.fetch, clock, timeoutSignal: (ms) => AbortSignal.timeout(ms) }),
    clock,
    sleep,
  };
  const callIkcrm = createLimitedIkcrm(ikcrm);
  const callForPanel = createLimitedIkcrm({ ...ikcrm, limitFor: leavingRoom(limits.ofCrm) });
  const newUlid = () => newId(clock(), (bytes) => crypto.getRandomValues(bytes));
  const reader = createPageReader({
    ...world,
    rules,
    parseContext: (value) => pageContextSchema.safeParse(value).data,
    parseRowsSummary: (value) => pageRowsSummarySchema.safeParse(value).data,
    sleep,
  });
  const autoLock = createAutoLock({
    session,
    clock,
    alarms,
    minutes: async () => autoLockMinutes(await store.read()),
    hasOpenWork: async () =>
      (await listOpenJobs(database)).some(({ state }) => state !== 'paused') ||
      (await database.countFromIndex('jobs', 'by-state', 'preparing')) > 0,
    lock: () => vault.lock(),
  });
  const appState = () =>
    readAppState({ database, store, vault, connections, sites, notes, drafts, permissions: world.permissions });
  const tellOfJobs = createJobNotices({ session, notify: world.notify });
  const show = publishLater(
    async () => {
      await scheduleWake({ nextWake }, alarms, clock());
      await imCheck.schedule();
      const state = await appState();
      await world.show(state);
      await journalHead.follow();
      await tellOfJobs(state);
    },
    report,
    sleep,
  );
  const sending = { database, connections, isOnline: world.isOnline, settings: store.read, clock, report };
  const prepareTop = createPrepareSend({ ...sending, operations, callTop });
  const prepareCrm = createPrepareCrm({
    ...sending,
    newId: newUlid,
    callerFor: () => withFirstPlace(callIkcrm, ikcrm),
  });
  const engine = createEngine({
    database,
    operations: new Map<string, JobOperation>([
      ...operations,
      ...crmOperations.map((operation) => [operation.id, operation] as const),
    ]),
    prepare: (job) => (isCrmJob(job) ? prepareCrm(job) : prepareTop(job)),
    limitFor: limits.ofJob,
    clock,
    sleep: sleepUntilNews,
    withLock: createWorkLock(world.locks, world.stayAlive),
    newKey: newUlid,
    changed: show,
    report,
  });
  const imDesk = createImDesk({
    ...{ database, connections, callTop, clock, report, isOnline: world.isOnline, settings: store.read, changed: show },
    limit: paceOf('top', undefined).limit,
    sleep,
  });
  const imCheck = createImCheck({
    ...{ database, desk: imDesk, alarms, connections, settings: store.read, clock, report },
    isUnlocked: async () => (await vault.state()).state === 'unlocked',
    notify: async (...found) => world.notify(noticeOfChanges(...found)),
  });
  const rulesFor = createRulesFor({ database, operations });
  const drafts = createDraftRunner({
    ...{ database, clock, report, progressed: show },
    rulesFor: withLearning(rulesFor, {
      ...{ database, connections, callIkcrm, clock, isOnline: world.isOnline },
      isUnlocked: async () => (await vault.state()).state === 'unlocked',
    }),
    holdBackMs: async () => (await store.read()).preferences.holdBackSeconds * 1000,
    held: () => void engine.run().then(show, report),
  });
  const nextWake = async () => ((await drafts.hasWork()) ? clock() : engine.nextWake());
  /** Runner and engine look for work; they tell of what they change. */
  const wake = () => {
    void drafts.run();
    void engine.run().catch(report);
  };
  /** After every change: the surfaces are told, and the engine looks for work. */
  const changed = () => {
    show();
    void drafts.run();
    void engine.run().then(show, report);
  };
  return {
    database,
    session,
    alarms,
    store,
    vault,
    connections,
    sites,
    wishes,
    rules,
    notes,
    journalHead,
    reader,
    autoLock,
    engine,
    rulesFor,
    callTop,
    callIkcrm,
    callForPanel,
    links,
    omnibox: createOmnibox({
      ...{ database, links, extensionUrl: world.extensionUrl },
      language: async () => (await store.read()).preferences.language,
    }),
    newUlid,
    imDesk,
    imCheck,
    appState,
    isOnline: world.isOnline,
    changed,
    wake,
    show,
    clock,
  };
}
