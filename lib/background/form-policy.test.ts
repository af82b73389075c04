import { beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '@/lib/messages/extension-contract';
import { stageBulk } from '@/test/fakes/bulk-stage';
import { type BulkWorld, refusalOf, releaseShared } from '@/test/fakes/bulk-world';
import { createTestClock } from '@/test/fakes/job-world';

const id = '20191214888';
const clock = createTestClock();
let world: BulkWorld;

stageBulk(clock, { 'rest-limit': 'off' }, (stage) => {
  world = stage.world;
});

const dryRun = 'not-allowed dry-run-required';
const release = {
  ...{ operation: 'release-opportunity', connectionId: 'top', intentId: 'INTENT-0001' },
  rows: [{ ...releaseShared, opportunity_id: id }],
};
const cards = (count: number) => ({
  ...{ operation: 'sell-cards', connectionId: 'top', intentId: 'INTENT-0002' },
  shared: { brand_id: '3396912', shop_id: '4564334', operator_id: 'kyr13386' },
  rows: Array.from({ length: count }, (_, index) => ({ physical_card_ids: `660000090${index}` })),
});
const preview = (asked: CallInput<'job.preview'>) => world.call('job.preview', asked);
const create = (asked: CallInput<'job.preview'>) => refusalOf(world.call('job.create', { ...asked, source: 'panel' }));

describe('a dry run that the policy asks for', () => {
  beforeEach(() => world.changePolicy({ requireDryRun: true }));

  it('comes before a release, of just what is released, and outlives the worker', async () => {
    expect(await create(release)).toBe(dryRun);
    await preview(release);
    const other = { ...release, rows: [{ ...releaseShared, opportunity_id: id, memo: '联系不上' }] };
    expect(await create(other)).toBe(dryRun);
    expect(await create({ ...release, intentId: 'INTENT-0009' })).toBe(dryRun);
    expect(await world.database.count('jobs')).toBe(0);
    await world.restart();
    expect(await create(release)).toBe('not refused');
  });

  it('is of every row and of what they share', async () => {
    await preview(cards(2));
    expect(await create(cards(3))).toBe(dryRun);
    const elsewhere = { ...cards(2), shared: { ...cards(2).shared, shop_id: '4564335' } };
    expect(await create(elsewhere)).toBe(dryRun);
    expect(await create(cards(2))).toBe('not refused');
  });

  it('comes before an edit and its follow-up; what a conflict leaves of it needs no other', async () => {
    const { opportunity: before } = await world.call('crm.read', { connectionId: 'crm', opportunityId: id });
    const shown = {
      ...{ connectionId: 'crm', before, wanted: { note: '下周三签合同', expect_amount: '12.50' } },
      followUp: { content: '已致电' },
    };
    const edit = (part: object) =>
      world.call('crm.edit', { ...shown, intentId: 'INTENT-0003', source: 'panel', origin: 'person', ...part });
    const followUp = () =>
      world.call('crm.followUp', {
        ...{ connectionId: 'crm', before, followUp: shown.followUp },
        ...{ intentId: 'INTENT-0004', source: 'panel' },
      });
    expect(await refusalOf(edit({}))).toBe(dryRun);
    expect(await refusalOf(followUp())).toBe(dryRun);
    await world.call('crm.preview', shown);
    expect(await refusalOf(edit({ wanted: { ...shown.wanted, note: '下月签约' } }))).toBe(dryRun);
    expect(await refusalOf(edit({ followUp: { content: '已上门' } }))).toBe(dryRun);
    expect(await refusalOf(edit({ wanted: { note: '下周三签合同' }, followUp: undefined }))).toBe('not refused');
  });

  it('of an undo is its plan', async () => {
    await world.changePolicy({ requireDryRun: false });
    const { opportunity: before } = await world.call('crm.read', { connectionId: 'crm', opportunityId: id });
    const asked = { connectionId: 'crm', source: 'panel' as const };
    const { jobId } = await world.call('crm.edit', {
      ...{ ...asked, before, wanted: { note: '月底回款' }, intentId: 'INTENT-0005', origin: 'person' },
    });
    await world.reach(jobId, 'finished');
    await world.changePolicy({ requireDryRun: true });
    const { opportunity: now } = await world.call('crm.read', { connectionId: 'crm', opportunityId: id });
    const undo = (wanted: Record<string, string>) =>
      refusalOf(world.call('crm.edit', { ...asked, before: now, wanted, intentId: 'INTENT-0006', origin: 'undo' }));
    expect(await undo({ note: before.values.note ?? '' })).toBe(dryRun);
    const { restore } = await world.call('crm.planUndo', { jobId });
    expect(await undo({ ...restore, title: '别的' })).toBe(dryRun);
    expect(await undo(restore)).toBe('not refused');
  });
});

describe('rows at once', () => {
  it('are as many as the policy allows, in the dry run as well', async () => {
    await world.changePolicy({ maxBatchRows: 2 });
    expect(await create(cards(3))).toBe('invalid-input too-many-rows');
    expect(await refusalOf(preview(cards(3)))).toBe('invalid-input too-many-rows');
    expect(await world.database.count('jobs')).toBe(0);
    expect(await create(cards(2))).toBe('not refused');
  });
});
