import { describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/errors/app-error';
import { holdCallsUntil, takeCallPlace } from '@/lib/jobs/call-limit';
import { pauseJob } from '@/lib/jobs/change-job';
import type { TopConnectionSummary } from '@/lib/messages/app-state';
import { operations } from '@/lib/operations/registry';
import { signedTopLines } from '@/lib/platforms/top/request';
import { defaultSettings } from '@/lib/settings/settings';
import { fakeConnection } from '@/test/fakes/fake-state';
import { createTestClock, openTestDatabase } from '@/test/fakes/job-world';
import { everything } from '@/test/fakes/new-job';
import { createStorageArea } from '@/test/fakes/storage-area';
import { createDryRuns } from './dry-runs';
import { createJobHandlers } from './job-handlers';
import { ikcrmLimitId } from './limited-ikcrm';
import { limitIdOf } from './prepare-send';

const sender = {};
const values = {
  opportunity_id: '20191214888',
  territory_code: 'keruyun_POS_2019',
  operator_id: 'kyr13386',
  operator_name: '王五',
};
const asked = {
  operation: 'release-opportunity',
  connectionId: 'top',
  intentId: 'INTENT-0001',
  source: 'popup' as const,
  rows: [values],
};

async function createWorld(change: { connection?: Partial<TopConnectionSummary>; isLocked?: boolean } = {}) {
  const database = await openTestDatabase();
  const clock = createTestClock();
  const settings = defaultSettings('zh-CN');
  const connection = fakeConnection(change.connection);
  const steps: string[] = [];
  let ids = 0;
  const handlers = createJobHandlers({
    database,
    operations,
    connections: { find: async (id) => (id === connection.id ? connection : undefined) },
    isUnlocked: async () => change.isLocked !== true,
    settings: async () => settings,
    dryRuns: createDryRuns(createStorageArea(), async () => settings),
    clock: clock.read,
    newId() {
      ids += 1;
      return `JOB-${ids}`;
    },
    async armAlarm() {
      steps.push(`alarm with ${await database.count('jobs')} jobs`);
    },
    changed: () => steps.push('changed'),
  });
  const create = (part: Partial<typeof asked> = {}) => handlers['job.create']({ ...asked, ...part }, sender);
  const preview = (
    part: {
      rows?: Record<string, string>[];
      operation?: string;
      connectionId?: string;
      shared?: Record<string, string>;
    } = {},
  ) => {
    const { operation, connectionId, intentId } = asked;
    return handlers['job.preview']({ operation, connectionId, intentId, rows: [values], ...part }, sender);
  };
  return { database, clock, settings, connection, steps, handlers, create, preview };
}

const storedRow = async (database: Awaited<ReturnType<typeof openTestDatabase>>) =>
  (await database.getAll('rowBlocks'))[0]?.rows[0]?.values;

describe('what is confirmed', () => {
  it('is written down trimmed, without what was left empty', async () => {
    const { database, create } = await createWorld();
    await create({
      rows: [
        { ...values, opportunity_id: ' 20191214888\n', memo: '  ', out_release_time: '', ext_info: ' {} ' } as never,
      ],
    });
    expect(await storedRow(database)).toEqual({ ...values, ext_info: '{}' });
  });

  it('is held back for as long as the person chose, through the connection as it is now', async () => {
    const { database, create, settings, clock, connection } = await createWorld();
    settings.preferences.holdBackSeconds = 12;
    expect(await create()).toEqual({ jobId: 'JOB-1', created: true });
    const { id, name, endpoint, appKey } = connection;
    expect(await database.get('jobs', 'JOB-1')).toMatchObject({
      state: 'held',
      intentId: 'INTENT-0001',
      heldUntil: clock.read() + 12_000,
      connection: { id, name, endpoint, appKey },
    });
  });

  it('has its alarm before it is written, and is told to everybody afterwards', async () => {
    const { steps, create } = await createWorld();
    await create();
    expect(steps).toEqual(['alarm with 0 jobs', 'changed']);
  });

  it('twice is one job', async () => {
    const { create } = await createWorld();
    await create();
    expect(await create()).toEqual({ jobId: 'JOB-1', created: false });
  });
});

describe('what is refused', () => {
  const invalid: [string, object, { reason: string; path: string }][] = [
    [
      'an id with letters',
      { rows: [{ ...values, opportunity_id: '12a' }] },
      { reason: 'not-an-id', path: 'opportunity_id' },
    ],
    ['no id', { rows: [{ ...values, opportunity_id: '  ' }] }, { reason: 'required', path: 'opportunity_id' }],
    [
      'a very long id',
      { rows: [{ ...values, opportunity_id: '9'.repeat(33) }] },
      { reason: 'too-long', path: 'opportunity_id' },
    ],
    ['no operator', { rows: [{ ...values, operator_id: '' }] }, { reason: 'required', path: 'operator_id' }],
    [
      'a time that is none',
      { rows: [{ ...values, out_release_time: '2019-02-30 00:00:00' }] },
      { reason: 'not-a-china-time', path: 'out_release_time' },
    ],
    [
      'a field that the document does not know',
      { rows: [{ ...values, phone: '1' }] },
      { reason: 'unknown-field', path: 'phone' },
    ],
    ['a key of somebody’s own', { rows: [{ ...values, req_id: 'mine' }] }, { reason: 'unknown-field', path: 'req_id' }],
    [
      'an operation that is not there',
      { operation: 'delete-everything' },
      { reason: 'unknown-operation', path: 'operation' },
    ],
    ['an operation of Object’s', { operation: 'constructor' }, { reason: 'unknown-operation', path: 'operation' }],
    ['a connection that is not there', { connectionId: 'other' }, { reason: 'no-connection', path: 'connectionId' }],
  ];

  it.each(invalid)('%s: invalid-input, with the place', async (_what, part, detail) => {
    const { database, create, steps } = await createWorld();
    await expect(create(part)).rejects.toMatchObject({ code: 'invalid-input', detail });
    expect(await database.count('jobs')).toBe(0);
    expect(steps).toEqual([]);
  });

  it.each(invalid)('%s: refused by the dry run too', async (_what, part, detail) => {
    const { preview } = await createWorld();
    await expect(preview(part)).rejects.toMatchObject({ code: 'invalid-input', detail });
  });

  it.each<[string, Parameters<typeof createWorld>[0], Partial<AppError>]>([
    ['while it is locked', { isLocked: true }, { code: 'locked', detail: {} }],
    [
      'without a secret',
      { connection: { hasSecret: false } },
      { code: 'not-allowed', detail: { reason: 'secret-missing', path: 'connectionId' } },
    ],
    [
      'without the browser’s permission for the host',
      { connection: { permitted: false } },
      { code: 'not-allowed', detail: { reason: 'host-permission-missing', path: 'connectionId' } },
    ],
  ])('everything %s, and nothing is written', async (_what, change, error) => {
    const { database, create, steps } = await createWorld(change);
    await expect(create()).rejects.toMatchObject(error);
    expect(Object.values(await everything(database)).flat()).toEqual([]);
    expect(steps).toEqual([]);
  });

  it('what the administrator has switched off', async () => {
    const { database, create, settings } = await createWorld();
    settings.policy.disabledOperations = ['release-opportunity'];
    await expect(create()).rejects.toMatchObject({ code: 'not-allowed', detail: { reason: 'operation-disabled' } });
    expect(await database.count('jobs')).toBe(0);
  });
});

describe('the dry run', () => {
  it('shows the very request: the intention’s id is the req_id, only sign and session are hidden', async () => {
    const { preview, connection, clock } = await createWorld();
    const { endpoint, lines } = await preview();
    const operation = operations.get('release-opportunity');
    const sent = signedTopLines({
      connection: { ...connection, appSecret: 'the-secret', session: 'the-session' },
      method: operation?.method ?? '',
      params: operation?.buildRequest([values], 'INTENT-0001') ?? {},
      serverTimeMs: clock.read(),
    });
    const hidden = '••••••••';
    expect(endpoint).toBe(connection.endpoint);
    expect(lines).toEqual(sent.map(([name, value]) => [name, name === 'sign' || name === 'session' ? hidden : value]));
    const { param_top_leads_release_request: parameter = '' } = Object.fromEntries(lines);
    expect(JSON.parse(parameter)).toEqual({ ...values, req_id: 'INTENT-0001' });
  });

  it('has no line for a session where the connection has none', async () => {
    const { preview } = await createWorld({ connection: { hasSession: false } });
    expect((await preview()).lines.map(([name]) => name)).not.toContain('session');
  });

  it('is cut into requests as the person chose, never larger than the operation allows', async () => {
    const { preview, settings } = await createWorld();
    const rows = ['1', '2', '3', '4', '5'].map((physical_card_ids) => ({ physical_card_ids }));
    const cards = () =>
      preview({
        operation: 'sell-cards',
        rows,
        shared: { brand_id: '1', shop_id: '2', operator_id: 'kyr13386' },
      });
    expect((await cards()).requests).toBe(1);
    settings.defaults.rowsPerRequest = { 'sell-cards': 2, 'submit-outreach': 1 };
    const { requests, lines } = await cards();
    expect(requests).toBe(3);
    const { param_batch_open_card_open_req: sent = '' } = Object.fromEntries(lines);
    expect(JSON.parse(sent).physical_card_ids).toEqual(['1', '2']);
    settings.defaults.rowsPerRequest = { 'sell-cards': 9999 };
    expect((await cards()).requests).toBe(1);
  });

  it('works while locked and without permission, writes nothing and wakes nobody', async () => {
    const { database, preview, steps } = await createWorld({
      isLocked: true,
      connection: { hasSecret: false, permitted: false },
    });
    await preview();
    expect(Object.values(await everything(database)).flat()).toEqual([]);
    expect(steps).toEqual([]);
  });
});

describe('a job that is there', () => {
  it('is read with its key only once it has one', async () => {
    const { create, handlers } = await createWorld();
    const { jobId } = await create();
    const { summary, rows } = await handlers['job.read']({ jobId }, sender);
    expect(summary.subject).toBe('20191214888');
    expect(rows).toMatchObject([{ index: 0, state: 'waiting', attempts: [] }]);
    expect(rows[0]?.key).toBeUndefined();
  });

  it('is told to everybody after every change, never after a reading', async () => {
    const { create, handlers, steps } = await createWorld();
    const { jobId } = await create();
    steps.length = 0;
    await handlers['job.read']({ jobId }, sender);
    await handlers['job.list']({}, sender);
    await handlers['job.history']({ subject: '20191214888' }, sender);
    expect(steps).toEqual([]);
    expect(await handlers['job.callOff']({ jobId }, sender)).toEqual({ calledOff: true });
    expect(await handlers['job.cancel']({ jobId }, sender)).toMatchObject({ counts: { cancelled: 1 } });
    expect(steps).toEqual(['changed', 'changed']);
  });

  it.each(['release-opportunity', 'update-opportunity'])(
    '(%s) that a person lets go on does not wait for the end of a ban',
    async (operation) => {
      const { database, create, handlers, connection, clock } = await createWorld();
      const { jobId } = await create();
      const job = await database.get('jobs', jobId);
      if (job) await database.put('jobs', { ...job, operation });
      await pauseJob(database, jobId, { code: 'throttled', detail: { until: clock.read() + 600_000 } }, clock.read());
      const id = operation === 'update-opportunity' ? ikcrmLimitId(connection.endpoint) : limitIdOf(connection);
      await holdCallsUntil(database, id, clock.read() + 600_000);
      await handlers['job.resume']({ jobId }, sender);
      const limit = { calls: 1, windowMs: 1000 };
      expect(await takeCallPlace(database, { id, limit, now: clock.read() })).toEqual({ taken: true });
      expect((await database.get('jobs', jobId))?.state).toBe('running');
    },
  );
});
