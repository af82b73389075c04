import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Client } from '@/lib/messages/client';
import { type CallName, extensionContract } from '@/lib/messages/extension-contract';
import type { Reply, Sender } from '@/lib/messages/gate';
import { sealText } from '@/lib/messages/seal';
import { arbitraryInput, type Meanings } from '@/test/fakes/arbitrary-input';
import {
  confirmRelease,
  connection,
  contentScript,
  createBackgroundWorld,
  extensionUrl,
  popup,
  release,
  secrets,
  setUp,
  until,
} from '@/test/fakes/background-world';
import { everything } from '@/test/fakes/new-job';

const names = Object.keys(extensionContract) as CallName[];

/** A world in use: a vault with secrets, a release that is done and one that is held, drafts, a page that was read. */
async function createUsedWorld() {
  const world = await createBackgroundWorld();
  const worker = world.startWorker();
  await setUp(worker);
  world.tabs.pages.set(7, {
    url: 'https://crm.example.com/opportunities/20191214888',
    answer: { isDocument: true, context: { opportunityId: '20191214888', title: '老王火锅', rule: 'generic' } },
  });
  const done = await confirmRelease(worker, 'INTENT-DONE', { ...release, opportunity_id: '1' });
  world.clock.advance(5000);
  await worker.background.engine.run();
  const held = await confirmRelease(worker, 'INTENT-HELD');
  await worker.client.call('draft.save', {
    scope: 'release:2',
    draft: { intentId: 'INTENT-DRAFT', source: 'panel', values: { ...release, opportunity_id: '2' } },
  });
  const draft = await giveRows(worker.client);
  const key = await worker.client.call('vault.sealKey', {});
  const file = JSON.stringify({ connections: [{ ...connection, ...secretsOf(connection.id) }] });
  const texts = [secrets.passphrase, secrets.appSecret, secrets.session, file, '', 'wrong-passphrase'];
  const sealed = await Promise.all(texts.map((text) => sealText(key, text)));
  const meanings: Meanings = {
    jobId: [done.jobId, held.jobId, draft.jobId],
    revision: [draft.revision],
    mapping: [['opportunity_id', 'memo']],
    column: [0, 1],
    from: [0, 2],
    connectionId: ['top'],
    id: ['top'],
    operation: ['release-opportunity'],
    values: [release],
    rows: [[release], [{ ...release, opportunity_id: '3' }]],
    scope: ['release:2', 'release:'],
    subject: ['1', release.opportunity_id],
    endpoint: [connection.endpoint, 'https://evil.example/router/rest'],
    appKey: [connection.appKey],
    origin: ['https://crm.example.com'],
    tabId: [7],
    index: [0],
    passphrase: sealed,
    current: sealed,
    appSecret: sealed,
    session: sealed,
    file: sealed,
  };
  return { world, worker, meanings };
}

/** A list whose rows were looked at. */
async function giveRows(client: Client): Promise<{ jobId: string; revision: number }> {
  const { opportunity_id: _, memo, ...shared } = release;
  const { jobId } = await client.call('bulk.begin', {
    ...{ operation: 'release-opportunity', connectionId: connection.id, source: 'panel', shared },
    ...{ header: ['商机ID', '原因'], mapping: ['opportunity_id', 'memo'] },
  });
  const rows = [
    ['21', memo],
    ['x', ''],
    ['21', ''],
  ];
  await client.call('bulk.addRows', { jobId, from: 0, rows });
  await client.call('bulk.endRows', { jobId });
  const { revision } = await until(
    () => client.call('bulk.read', { jobId }),
    (draft) => draft.import.phase === 'checked',
  );
  return { jobId, revision };
}

function secretsOf(id: string) {
  return { id, appSecret: secrets.appSecret, session: secrets.session };
}

/** In clear, as part of a request's body, and as base64: the forms in which a secret could slip out. */
function formsOf(secret: string): string[] {
  const form = new URLSearchParams({ '': secret }).toString().slice(1);
  return [secret, form, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')];
}

function expectNoSecret(place: string, content: unknown, more: string[] = []): void {
  const text = typeof content === 'string' ? content : (JSON.stringify(content) ?? '');
  for (const secret of [...Object.values(secrets), ...more])
    for (const form of formsOf(secret)) expect(text.includes(form), `${place}: ${text.slice(0, 300)}`).toBe(false);
}

describe('any calls of the extension’s contract, with any inputs', () => {
  it('answer, show, store and report no secret, and send none but to its own host', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (generate) => {
        const { world, worker, meanings } = await createUsedWorld();
        const { key: dataKey } = world.session.contents()['vault-key'] as { key: string };
        const ask = async (name: CallName) => {
          const input = generate(() => arbitraryInput(extensionContract[name].input, meanings));
          const reply = await worker.send({ contract: 'extension', call: name, input }, popup);
          expect(reply, name).toBeDefined();
          expectNoSecret(name, reply, [dataKey]);
          return reply;
        };
        for (let calls = 0; calls < 25; calls += 1) await ask(generate(() => fc.constantFrom(...names)));
        expectNoSecret('messages', world.messages.join('\n'), [dataKey]);
        expectNoSecret('shown', world.shown, [dataKey]);
        expectNoSecret('local', world.local.contents(), [dataKey]);
        expectNoSecret('database', await everything(world.database), [dataKey]);
        expectNoSecret('reported', world.reported.map(String), [dataKey]);
        for (const { endpoint, form } of world.platform.requests) {
          expect(endpoint).toBe(connection.endpoint);
          expectNoSecret('request', { ...form, session: '' }, [dataKey]);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('are answered as the contract says, or refused with a code: no input makes a bug', async () => {
    const { worker, world, meanings } = await createUsedWorld();
    for (const name of names) {
      const inputs = fc.sample(arbitraryInput(extensionContract[name].input, meanings), 15);
      for (const input of inputs) {
        const reply = (await worker.send({ contract: 'extension', call: name, input }, popup)) as Reply;
        if (reply.ok) expect(extensionContract[name].output.safeParse(reply.value).success, name).toBe(true);
        else expect(reply.error.code, `${name} ${JSON.stringify(input)}`).not.toBe('bug');
      }
    }
    expect(world.reported).toEqual([]);
  });

  it.each(names)('%s refuses what is beside its input', async (name) => {
    const { worker } = await createUsedWorld();
    for (const input of [undefined, null, [], 'text', 7, { __proto__: null, surprise: 1, jobId: 1, tabId: 'x' }]) {
      const before = await worker.background.database.count('journal');
      const reply = await worker.send({ contract: 'extension', call: name, input });
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
      expect(await worker.background.database.count('journal')).toBe(before);
    }
  });
});

describe('every call', () => {
  const page = { url: 'https://crm.example.com/opportunities/1', origin: 'https://crm.example.com' };
  const senders: [string, Sender][] = [
    ['a content script', contentScript],
    ['a content script in a frame', { ...contentScript, frameId: 4 }],
    ['a content script that names no origin', { id: popup.id, url: page.url, frameId: 0, tab: { id: 7 } }],
    ['our popup in a frame of a page', { ...popup, frameId: 2, tab: { id: 7 } }],
    ['our popup’s address from a page’s origin', { ...popup, origin: page.origin }],
    ['a page of ours that is no surface', { ...popup, url: `${extensionUrl}content-scripts/crm-page.html` }],
    ['nobody', { id: popup.id }],
  ];

  it.each(names)('%s refuses every sender but our own pages, with the right input too', async (name) => {
    const { world, worker, meanings } = await createUsedWorld();
    const untouched = { stored: await everything(world.database), local: world.local.contents() };
    const session = world.session.contents();
    const [input] = fc.sample(arbitraryInput(extensionContract[name].input, meanings), 1);
    for (const [who, sender] of senders) {
      for (const contract of ['extension', 'page']) {
        const reply = await worker.send({ contract, call: name, input }, sender);
        expect(reply, `${contract} ${who}`).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
      }
    }
    const foreign = { ...popup, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' };
    expect(await worker.send({ contract: 'extension', call: name, input }, foreign)).toBeUndefined();
    expect({ stored: await everything(world.database), local: world.local.contents() }).toEqual(untouched);
    expect(world.session.contents()).toEqual(session);
  });
});
