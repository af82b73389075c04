import { describe, expect, it } from 'vitest';
import {
  type BackgroundTestWorld,
  confirmRelease,
  connection,
  contentScript,
  createBackgroundWorld,
  release,
  secrets,
  setUp,
  type TestWorker,
  until,
} from '@/test/fakes/background-world';
import { everything } from '@/test/fakes/new-job';
import { engineAlarm } from './schedule-wake';

async function createReadyWorld() {
  const world = await createBackgroundWorld();
  const worker = world.startWorker();
  await setUp(worker);
  return { world, worker };
}

/** The hold-back passes, and the surface that showed it wakes the worker. */
async function endHoldBack(world: BackgroundTestWorld, { client }: TestWorker): Promise<void> {
  world.clock.advance(5000);
  await client.call('app.wake', {});
}

const readRow = async ({ client }: TestWorker, jobId: string) => (await client.call('job.read', { jobId })).rows[0];

function rowWhen(worker: TestWorker, jobId: string, ...states: string[]) {
  return until(
    () => readRow(worker, jobId),
    (row) => states.includes(row?.state ?? ''),
  );
}

describe('a release, the whole way', () => {
  it('from vault and connection to the outcome: one request, signed, with the fields and the key that were confirmed', async () => {
    const { world, worker } = await createReadyWorld();
    const { jobId, created } = await confirmRelease(worker, 'INTENT-0001');
    expect(created).toBe(true);
    expect(world.platform.requests).toEqual([]);
    await endHoldBack(world, worker);
    const row = await rowWhen(worker, jobId, 'succeeded');
    expect(row).toMatchObject({
      key: 'INTENT-0001',
      outcome: { value: '20191214888' },
      attempts: [{ number: 1, result: 'answered', platformRequestId: 'request-1' }],
    });
    const [request, ...others] = world.platform.requests;
    expect(others).toEqual([]);
    expect(request).toMatchObject({ endpoint: connection.endpoint, isAccepted: true, init: { credentials: 'omit' } });
    expect(JSON.parse(request?.form.param_top_leads_release_request ?? '')).toEqual({
      ...release,
      req_id: 'INTENT-0001',
    });
    const { entries } = await worker.client.call('journal.read', { jobId });
    expect(entries.map(({ event }) => event)).toEqual(['answered', 'sent', 'asked']);
    expect(await worker.client.call('journal.verify', {})).toEqual({ entries: 3 });
    expect(world.reported).toEqual([]);
  });

  it('tells the surfaces every step, the last one last, and keeps an alarm only while work remains', async () => {
    const { world, worker } = await createReadyWorld();
    const { jobId } = await confirmRelease(worker, 'INTENT-0001');
    await until(
      () => world.alarms.set.get(engineAlarm),
      (when) => when === world.clock.read() + 30_000,
    );
    await endHoldBack(world, worker);
    await rowWhen(worker, jobId, 'succeeded');
    await until(
      () => world.shown.at(-1)?.jobs[0]?.state,
      (state) => state === 'finished',
    );
    await until(
      () => world.alarms.set.has(engineAlarm),
      (isSet) => !isSet,
    );
    const order = ['held', 'running', 'finished'];
    const told = world.shown.flatMap(({ jobs }) => order.indexOf(jobs[0]?.state ?? 'held'));
    expect(told).toEqual(told.toSorted());
    expect(told).toContain(0);
  });

  it('leaves no secret in any message, state or store: only the session in the request’s body', async () => {
    const { world, worker } = await createReadyWorld();
    const { jobId } = await confirmRelease(worker, 'INTENT-0001');
    await endHoldBack(world, worker);
    await rowWhen(worker, jobId, 'succeeded');
    const stores = await Promise.all(
      (['jobs', 'rowBlocks', 'subjects', 'requests', 'journal', 'limits', 'drafts'] as const).map((store) =>
        world.database.getAll(store),
      ),
    );
    const places = {
      messages: world.messages,
      shown: world.shown,
      stores,
      local: world.local.contents(),
      session: world.session.contents(),
      addresses: world.platform.requests.map(({ endpoint }) => endpoint),
      headers: world.platform.requests.map(({ init }) => init.headers ?? {}),
    };
    for (const [place, content] of Object.entries(places)) {
      for (const secret of Object.values(secrets)) expect(JSON.stringify(content), place).not.toContain(secret);
    }
    expect(world.platform.requests[0]?.form.session).toBe(secrets.session);
    expect(JSON.stringify(world.platform.requests)).not.toContain(secrets.appSecret);
  });
});

describe('what a person does twice, or takes back', () => {
  it('double click, two surfaces: one job, one request', async () => {
    const { world, worker } = await createReadyWorld();
    const answers = await Promise.all([
      confirmRelease(worker, 'INTENT-0001'),
      confirmRelease(worker, 'INTENT-0001'),
      confirmRelease(worker, 'INTENT-FROM-MENU'),
    ]);
    expect(new Set(answers.map(({ jobId }) => jobId)).size).toBe(1);
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    await endHoldBack(world, worker);
    await rowWhen(worker, answers[0].jobId, 'succeeded');
    expect(world.platform.requests).toHaveLength(1);
  });

  it('called off within the hold-back: nothing leaves, and no alarm stays', async () => {
    const { world, worker } = await createReadyWorld();
    const { jobId } = await confirmRelease(worker, 'INTENT-0001');
    expect(await worker.client.call('job.callOff', { jobId })).toEqual({ calledOff: true });
    await endHoldBack(world, worker);
    expect((await readRow(worker, jobId))?.state).toBe('cancelled');
    await until(
      () => world.alarms.set.has(engineAlarm),
      (isSet) => !isSet,
    );
    expect(world.platform.requests).toEqual([]);
  });

  it('the answer lost: unknown, nothing sent by itself, and sent again under the same key when the person says so', async () => {
    const { world, worker } = await createReadyWorld();
    world.platform.moves.push('lost');
    const { jobId } = await confirmRelease(worker, 'INTENT-0001');
    await endHoldBack(world, worker);
    await rowWhen(worker, jobId, 'unknown');
    await worker.client.call('app.wake', {});
    expect(world.platform.requests).toHaveLength(1);
    expect(await confirmRelease(worker, 'INTENT-0002')).toEqual({ jobId, created: false });
    await worker.client.call('job.decide', { jobId, index: 0, choice: 'send-again' });
    await rowWhen(worker, jobId, 'succeeded');
    expect(world.platform.released.get('20191214888')).toEqual(['INTENT-0001', 'INTENT-0001']);
  });
});

describe('what comes between', () => {
  it('a lock within the hold-back: nothing leaves until it is unlocked and the person lets it go on', async () => {
    const { world, worker } = await createReadyWorld();
    const { jobId } = await confirmRelease(worker, 'INTENT-0001');
    await worker.client.call('vault.lock', {});
    await endHoldBack(world, worker);
    await until(
      async () => (await worker.client.call('job.read', { jobId })).summary,
      ({ state, pausedBy }) => state === 'paused' && pausedBy?.code === 'locked',
    );
    expect(world.platform.requests).toEqual([]);
    await worker.client.call('vault.unlock', { passphrase: await worker.seal(secrets.passphrase) });
    await worker.client.call('job.resume', { jobId });
    await rowWhen(worker, jobId, 'succeeded');
    expect(world.platform.requests).toHaveLength(1);
  });

  it.each<[string, string, (world: BackgroundTestWorld, worker: TestWorker) => Promise<unknown> | unknown]>([
    [
      'the connection is deleted',
      'connection-changed',
      (_world, { client }) => client.call('connection.delete', { id: 'top' }),
    ],
    [
      'the connection gets another app key',
      'connection-changed',
      (_world, { client }) =>
        client.call('connection.save', { connection: { ...connection, appKey: '87654321' }, secrets: {} }),
    ],
    ['the host’s permission is taken back', 'host-permission-missing', (world) => world.permissions.granted.clear()],
    [
      'the secret is removed',
      'secret-missing',
      async (_world, { client, seal }) =>
        client.call('connection.save', { connection, secrets: { appSecret: await seal('') } }),
    ],
  ])('%s within the hold-back: the job pauses and says %s, nothing leaves', async (_what, reason, change) => {
    const { world, worker } = await createReadyWorld();
    const { jobId } = await confirmRelease(worker, 'INTENT-0001');
    await change(world, worker);
    await endHoldBack(world, worker);
    const { pausedBy } = await until(
      async () => (await worker.client.call('job.read', { jobId })).summary,
      ({ state }) => state === 'paused',
    );
    expect(pausedBy).toEqual({ code: 'not-allowed', detail: { reason } });
    expect(world.platform.requests).toEqual([]);
  });

  it('the worker killed while the request is out: the next one says unknown, and sends nothing', async () => {
    const { world, worker } = await createReadyWorld();
    world.platform.moves.push('hang');
    const { jobId } = await confirmRelease(worker, 'INTENT-0001');
    await endHoldBack(world, worker);
    await until(
      () => world.platform.requests.length,
      (sent) => sent === 1,
    );
    world.killWorker();
    const next = world.startWorker();
    next.background.changed();
    const row = await rowWhen(next, jobId, 'unknown');
    expect(row).toMatchObject({ outcome: { reason: 'interrupted' }, attempts: [{ result: 'lost' }] });
    expect(world.platform.requests).toHaveLength(1);
  });

  it('the worker killed within the hold-back: the next one sends, once', async () => {
    const { world, worker } = await createReadyWorld();
    const { jobId } = await confirmRelease(worker, 'INTENT-0001');
    world.killWorker();
    world.clock.advance(5000);
    const next = world.startWorker();
    next.background.changed();
    await rowWhen(next, jobId, 'succeeded');
    expect(world.platform.requests).toHaveLength(1);
  });
});

describe('the vault while surfaces are open', () => {
  const minuteMs = 60_000;
  const vaultOf = async ({ client }: TestWorker) => (await client.call('app.read', {})).vault.state;

  it('locks after its time although surfaces go on asking by themselves', async () => {
    const { world, worker } = await createReadyWorld();
    for (let minute = 0; minute < 29; minute += 1) {
      world.clock.advance(minuteMs);
      await worker.client.call('job.list', {});
      expect(await vaultOf(worker)).toBe('unlocked');
    }
    world.clock.advance(minuteMs);
    expect(await vaultOf(worker)).toBe('locked');
    await expect(confirmRelease(worker, 'INTENT-0001')).rejects.toMatchObject({ code: 'locked' });
  });

  it('stays open while a person uses it', async () => {
    const { world, worker } = await createReadyWorld();
    for (let times = 0; times < 3; times += 1) {
      world.clock.advance(29 * minuteMs);
      await worker.client.call('connection.save', { connection, secrets: {} });
    }
    expect(await vaultOf(worker)).toBe('unlocked');
  });

  it('is not kept open by calls that are refused', async () => {
    const { world, worker } = await createReadyWorld();
    world.clock.advance(29 * minuteMs);
    await worker.client.call('job.cancel', { jobId: 'nobody' }).catch(() => {});
    await worker.send({ contract: 'extension', call: 'vault.lock', input: {} }, contentScript);
    world.clock.advance(minuteMs);
    expect(await vaultOf(worker)).toBe('locked');
  });
});

describe('the page’s door', () => {
  const report = { contract: 'page', call: 'page.report', input: { context: { opportunityId: '1', rule: 'generic' } } };

  it('takes what the top frame of a page says of itself, answers nothing and does nothing', async () => {
    const { world, worker } = await createReadyWorld();
    const untouched = [world.session.text(), world.local.text(), await everything(world.database)];
    expect(await worker.send(report, contentScript)).toEqual({ ok: true, value: {} });
    expect([world.session.text(), world.local.text(), await everything(world.database)]).toEqual(untouched);
    expect(world.platform.requests).toEqual([]);
  });

  it('takes nothing that is no context, and knows no call of the other door', async () => {
    const { worker } = await createReadyWorld();
    const bad = { ...report, input: { context: { opportunityId: 'x', rule: 'generic' } } };
    expect(await worker.send(bad, contentScript)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    const other = { contract: 'page', call: 'app.read', input: {} };
    expect(await worker.send(other, contentScript)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
});
