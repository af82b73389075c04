import { describe, expect, it } from 'vitest';
import { stageBulk } from '@/test/fakes/bulk-stage';
import type { BulkWorld } from '@/test/fakes/bulk-world';
import { createTestClock } from '@/test/fakes/job-world';
import { unsubscribedPhone } from '../../../test/sandbox/outreach/outreach-data.ts';

const clock = createTestClock();
let world: BulkWorld;

stageBulk(clock, {}, (stage) => {
  world = stage.world;
});

const outreach = (plan = '124') => ({
  operation: 'submit-outreach',
  header: ['手机'],
  mapping: ['phone_number'],
  shared: { plan_id: plan, input_params: '{}', output_params: '{}' },
  channel: 'sms' as const,
});
const [one, two, three] = ['13800001111', '13800002222', '13800003333'] as const;
const issuesOf = async (jobId: string) =>
  (await world.call('bulk.rows', { jobId, filter: 'all', from: 0, limit: 200 })).rows.map(({ issues }) =>
    issues.map(({ reason, earlier }) => [reason, earlier?.jobId]),
  );

describe('a person who would be reached twice', () => {
  it('by one table is a warning, until the other row is out', async () => {
    const jobId = await world.give(outreach(), [[one], [two], [one]]);
    expect((await world.checked(jobId)).import).toMatchObject({ faulty: 0, warned: 1 });
    expect((await issuesOf(jobId))[2]).toEqual([['person-repeated', jobId]]);
    await world.call('bulk.exclude', { jobId, rows: [0], excluded: true });
    expect((await world.checked(jobId)).import).toMatchObject({ faulty: 0, warned: 0, excluded: 1 });
  });

  it('is one whatever way the number or address is written, and nobody else is', async () => {
    const table = { ...outreach(), header: ['手机', '邮箱'], mapping: ['phone_number', 'email'] };
    const first = await world.give(table, [
      ['13800138000', 'a-b@x.cn'],
      ['138-0013-8000', 'ab@x.cn'],
      ['+8613800138000', 'A-B@X.CN'],
      ['010-62345678', ''],
      ['+86-10-62345678', ''],
      ['13800138001', ''],
    ]);
    await world.checked(first);
    const repeated = (await issuesOf(first)).map((issues) => issues.map(([reason]) => reason));
    const again = 'person-repeated';
    expect(repeated).toEqual([[], [again], [again, again], [], [again], []]);
    // Written in another way it is still the same person.
    await world.call('bulk.editCell', { jobId: first, index: 1, column: 0, text: '8613800138000' });
    expect((await issuesOf(first))[1]).toEqual([[again, first]]);
    await world.call('bulk.exclude', { jobId: first, rows: 'warned', excluded: true });
    await world.run(first);
    const second = await world.give(table, [['8613800138000', '']]);
    await world.checked(second);
    expect(await issuesOf(second)).toEqual([[['person-earlier', first]]]);
  });

  it('by the same plan as an earlier job is a warning; by another plan nobody is', async () => {
    const first = await world.give(outreach(), [[one], [two]]);
    await world.run(first);
    const again = await world.give(outreach(), [[one], [three]]);
    expect((await world.checked(again)).import).toMatchObject({ faulty: 0, warned: 1 });
    expect(await issuesOf(again)).toEqual([[['person-earlier', first]], []]);
    const other = await world.give(outreach('125'), [[one], [two]]);
    expect((await world.checked(other)).import).toMatchObject({ faulty: 0, warned: 0 });
    // Who was warned and goes on, does so.
    expect((await world.run(again)).counts).toMatchObject({ succeeded: 2, skipped: 0 });
    expect(JSON.stringify(await world.database.getAll('subjects'))).not.toContain(one);
  });

  it('by a plan that a form gave them to is a warning at a table', async () => {
    const { jobId } = await world.call('job.create', {
      ...{ operation: 'submit-outreach', connectionId: 'top', intentId: 'intent-1', source: 'popup', channel: 'sms' },
      rows: [{ phone_number: one, input_params: '{}', output_params: '{}' }],
      shared: { plan_id: '124' },
    });
    const table = await world.give(outreach(), [[one], [two]]);
    await world.checked(table);
    expect(await issuesOf(table)).toEqual([[['person-earlier', jobId]], []]);
  });

  it('by a job that came between the look and the confirmation is not reached again, without a word', async () => {
    const [first, second] = [await world.give(outreach(), [[one]]), await world.give(outreach(), [[one], [two]])];
    await world.checked(second);
    await world.run(first);
    expect((await world.run(second)).counts).toMatchObject({ succeeded: 1, skipped: 1 });
  });

  it('by two tries of what failed is told at the second, whatever its number is by then', async () => {
    const jobId = await world.give(outreach(), [[unsubscribedPhone], [two]]);
    await world.run(jobId);
    const retry = async (phone: string) => {
      const { jobId: id } = await world.call('job.retryFailed', { jobId });
      await world.checked(id);
      await world.call('bulk.editCell', { jobId: id, index: 0, column: 0, text: phone });
      return id;
    };
    const first = await retry('13800009991');
    expect((await world.run(first)).counts).toMatchObject({ succeeded: 1 });
    const second = await retry('13800009992');
    expect(await issuesOf(second)).toEqual([[['done-earlier', first]]]);
  });
});
