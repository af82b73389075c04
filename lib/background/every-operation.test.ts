import { describe, expect, it } from 'vitest';
import { until } from '@/test/fakes/background-world';
import { stageBulk } from '@/test/fakes/bulk-stage';
import { type BulkWorld, refusalOf, releaseShared } from '@/test/fakes/bulk-world';
import { createTestClock } from '@/test/fakes/job-world';
import type { Sandbox } from '../../test/sandbox/sandbox.ts';

/** More than a JavaScript number holds. */
const bigId = '9007199254740993';
const clock = createTestClock();
let sandbox: Sandbox;
let world: BulkWorld;

stageBulk(clock, { 'rest-limit': 'off' }, (stage) => {
  ({ sandbox, world } = stage);
});

const top = { connectionId: 'top', intentId: 'INTENT-0001', source: 'panel' } as const;
const crm = { ...top, connectionId: 'crm' } as const;
const readRecord = async () =>
  (await world.call('crm.read', { connectionId: 'crm', opportunityId: bigId })).opportunity;

/** Each write, with what holds ids beyond 2^53 in it; `method` and `wrapper` are the platform's. */
const writes: readonly { operation: string; method: string; wrapper: string; make(): Promise<{ jobId: string }> }[] = [
  {
    operation: 'release-opportunity',
    method: 'alibaba.alsc.crm.sales.opportunity.process.unfollow',
    wrapper: 'alibaba_alsc_crm_sales_opportunity_process_unfollow_response',
    make: () =>
      world.call('job.create', {
        ...{ ...top, operation: 'release-opportunity' },
        rows: [{ ...releaseShared, opportunity_id: bigId }],
      }),
  },
  {
    operation: 'submit-outreach',
    method: 'alibaba.lingyang.utouch.submit.initiative.batch.task',
    wrapper: 'alibaba_lingyang_utouch_submit_initiative_batch_task_response',
    make: () =>
      world.call('job.create', {
        ...{ ...top, operation: 'submit-outreach', channel: 'sms', shared: { plan_id: bigId } },
        rows: [{ phone_number: '13912345678', biz_id: bigId, input_params: '{}', output_params: '{}' }],
      }),
  },
  {
    operation: 'sell-cards',
    method: 'alibaba.alsc.crm.card.batch.sell',
    wrapper: 'alibaba_alsc_crm_card_batch_sell_response',
    make: () =>
      world.call('job.create', {
        ...{ ...top, operation: 'sell-cards' },
        shared: { brand_id: '3396912', shop_id: '4564334', operator_id: 'kyr13386' },
        rows: [{ physical_card_ids: bigId }],
      }),
  },
  {
    operation: 'update-opportunity',
    method: 'PUT /api/v2/opportunities/:id',
    wrapper: 'data',
    make: async () =>
      world.call('crm.edit', {
        ...{ ...crm, origin: 'person' },
        ...{ before: await readRecord(), wanted: { user_id: '9007199254740997' } },
      }),
  },
  {
    operation: 'write-follow-up',
    method: 'POST /api/v2/revisit_logs',
    wrapper: 'data',
    make: async () =>
      world.call('crm.followUp', {
        ...crm,
        ...{ before: await readRecord(), followUp: { content: '已致电', category: '9007199254740995' } },
      }),
  },
];

/** What else may be said without a readable answer: cards go again under their key, a record is looked at. */
const may: Readonly<Record<string, string[]>> = {
  'sell-cards': ['waiting'],
  'update-opportunity': ['waiting', 'failed'],
};

async function run(jobId: string) {
  clock.advance(61_000);
  await world.current().background.engine.run();
  return world.call('job.read', { jobId });
}

describe.each(writes)('$operation', ({ operation, method, wrapper, make }) => {
  it('keeps an id beyond 2^53 in its request, its answer, what is stored and what is shown', async () => {
    const { rows, summary } = await run((await make()).jobId);
    expect(rows.map(({ state, subject }) => [state, subject])).toEqual([['succeeded', bigId]]);
    expect(summary.subject).toBe(bigId);
    const [entry, ...others] = sandbox.ledger({ method }).entries;
    expect([others, entry?.violations]).toEqual([[], []]);
    expect(entry?.objects).toContain(bigId);
    const stores = ['jobs', 'rowBlocks', 'requests', 'journal', 'edits'] as const;
    const stored = JSON.stringify(await Promise.all(stores.map((store) => world.database.getAll(store))));
    expect(stored).toContain(`"${bigId}"`);
    // Neither rounded nor kept as a number, which the next reader would round.
    expect(stored).not.toMatch(/9007199254740992|[:[,]9007199254740\d{3}(?=[,}\]])/);
  });

  it.each<[string, Parameters<Sandbox['addFaults']>[0][number]]>([
    ['nothing', { kind: 'body', text: '' }],
    ['a page of HTML', { kind: 'html' }],
    ['truncated JSON', { kind: 'truncated' }],
    // Its name alone says nothing: the platform's own parsers take the first member, whatever it is called.
    [
      'another answer in its wrapper',
      { kind: 'body', text: '{"other_response":{"result":{"success":true,"code":200}}}' },
    ],
    ['wrong types', { kind: 'body', text: `{"code":{},"${wrapper}":{"value":9,"result":{"data":7,"result":true}}}` }],
    ['an array for an object', { kind: 'body', text: `[{"${wrapper}":[]}]` }],
    ['more than 10 MB', { kind: 'oversize', bytes: 10 * 1024 * 1024 + 1 }],
    ['a code that nobody knows', { kind: 'error', code: 987_654, msg: 'Nobody knows' }],
  ])('never takes %s for a success', async (_name, fault) => {
    sandbox.addFaults([{ ...fault, times: null, match: { method } }]);
    // Or an edit would be found in the record, which is the truth and no matter of the answer.
    sandbox.changeData([{ kind: 'opportunity', id: bigId, set: { locked_fields: ['user_id'] } }]);
    const { jobId } = await make();
    clock.advance(61_000);
    void world.current().background.engine.run();
    const { rows } = await until(
      () => world.call('job.read', { jobId }),
      (job) => job.rows.every(({ attempts }) => attempts[0]?.endedAt !== undefined),
    );
    await world.call('job.pause', { jobId });
    for (const { state } of rows) expect(['unknown', ...(may[operation] ?? [])]).toContain(state);
  });
});

describe('query-im-settings', () => {
  const asked = { connectionId: 'top', accountId: '9007199254740995', force: true };

  it('keeps ids beyond 2^53', async () => {
    const { view } = await world.call('im.refresh', asked);
    expect(view.settings.accounts.map(({ accountId }) => accountId)).toContain(bigId);
    const [entry] = sandbox.ledger({ object: asked.accountId }).entries;
    expect(entry?.violations).toEqual([]);
    expect(JSON.stringify(await world.database.getAll('imSettings'))).toContain(`"${bigId}"`);
  });

  it.each([
    ['nothing', ''],
    ['a list', '[]'],
    ['another wrapper', '{"other_response":{"value":"1"}}'],
    ['a page of HTML', '<html>'],
    ['half an answer', '{"alibaba_interaction_im_assignsetting_query_response":{"result'],
    ['more than 10 MB', `{"a":"${'x'.repeat(10 * 1024 * 1024)}"}`],
  ])('takes %s for no answer, and keeps nothing', async (_name, text) => {
    sandbox.addFaults([{ kind: 'body', text, times: null }]);
    expect(await refusalOf(world.call('im.refresh', asked))).toMatch(/^unreadable-answer/);
    expect(await world.database.count('imSettings')).toBe(0);
  });
});
