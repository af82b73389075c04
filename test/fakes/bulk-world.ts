import { bringBack } from '@/lib/background/bring-back';
import { AppError } from '@/lib/errors/app-error';
import type { CallInput, CallName, CallOutput } from '@/lib/messages/extension-contract';
import type { Settings } from '@/lib/settings/settings';
import type { JobState } from '@/lib/storage/schema';
import { defaultAccount, defaultRestToken } from '../sandbox/accounts.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { createBackgroundWorld, secrets, until } from './background-world';
import type { createTestClock } from './job-world';

const pace = { calls: 1000, concurrency: 4 };

export const releaseShared = { territory_code: 'keruyun_POS_2019', operator_id: 'kyr13386', operator_name: '王五' };

export type BulkWorld = Awaited<ReturnType<typeof createBulkWorld>>;

/** A worker in use, with a connection to the sandbox's gateway and one to its CRM, and a page that makes jobs of many rows. */
export async function createBulkWorld(sandbox: Sandbox, clock: ReturnType<typeof createTestClock>) {
  const world = await createBackgroundWorld({ fetch, clock });
  world.permissions.granted.add('http://127.0.0.1/*');
  let worker = world.startWorker();
  await worker.client.call('vault.create', { mode: 'passphrase', passphrase: await worker.seal(secrets.passphrase) });
  const { appKey, appSecret, session } = defaultAccount;
  await worker.client.call('connection.save', {
    connection: {
      ...{ id: 'top', platform: 'top', name: '淘宝开放平台', endpoint: sandbox.gatewayUrl, appKey, pace },
      signMethod: 'hmac-sha256',
    },
    secrets: { appSecret: await worker.seal(appSecret), session: await worker.seal(session) },
  });
  await worker.client.call('crm.saveConnection', {
    connection: { id: 'crm', platform: 'ikcrm', name: '励销云', baseUrl: sandbox.url, pace },
    token: await worker.seal(defaultRestToken),
  });

  const call = <C extends CallName>(name: C, input: CallInput<C>): Promise<CallOutput<C>> =>
    worker.client.call(name, input);

  /** Rows given as a page gives them: begun, added in pieces, ended. */
  async function give(
    begin: Partial<CallInput<'bulk.begin'>> & Pick<CallInput<'bulk.begin'>, 'operation' | 'header' | 'mapping'>,
    rows: readonly string[][],
  ): Promise<string> {
    const connectionId = begin.operation === 'update-opportunity' ? 'crm' : 'top';
    const { jobId } = await call('bulk.begin', { connectionId, source: 'panel', ...begin });
    for (let from = 0; from < rows.length; from += 150)
      await call('bulk.addRows', { jobId, from, rows: rows.slice(from, from + 150) });
    await call('bulk.endRows', { jobId });
    return jobId;
  }

  /** The draft once every row was looked at. */
  const checked = (jobId: string) =>
    until(
      () => call('bulk.read', { jobId }),
      (draft) => draft.import.phase === 'checked',
    );

  async function reach(jobId: string, ...states: JobState[]) {
    const job = await until(
      () => world.database.get('jobs', jobId),
      (found) => found !== undefined && states.includes(found.state),
    );
    if (!job) throw new AppError('not-found');
    return job;
  }

  /** Confirms what is there, lets the hold-back pass, and answers the job once it is over or stands still. */
  async function run(jobId: string) {
    const { revision } = await checked(jobId);
    await call('bulk.run', { jobId, revision });
    await reach(jobId, 'held', 'finished');
    clock.advance(60_000);
    await worker.background.engine.run();
    return reach(jobId, 'finished', 'paused');
  }

  async function changePolicy(policy: Partial<Settings['policy']>): Promise<void> {
    await worker.background.store.update((settings) => ({ ...settings, policy: { ...settings.policy, ...policy } }));
  }

  /** The browser ends the worker and starts another, which nothing but the disk tells what to do. */
  async function restart(): Promise<void> {
    world.killWorker();
    worker = world.startWorker();
    await bringBack(worker.background, (thrown) => void world.reported.push(thrown));
    worker.background.changed();
  }

  return { ...world, call, give, checked, reach, run, changePolicy, restart, current: () => worker };
}

/** The code and reason that a call is refused with. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'not refused',
    (thrown: unknown) =>
      thrown instanceof AppError ? `${thrown.code} ${thrown.detail.reason ?? ''}`.trim() : `${thrown}`,
  );
}
