import { describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/errors/app-error';
import { createStorageArea } from '@/test/fakes/storage-area';
import { createDryRuns } from './dry-runs';

const shown = { operation: 'release-opportunity', rows: [{ opportunity_id: '9007199254740993', memo: '13912345678' }] };

function createWorld(requireDryRun = true) {
  const session = createStorageArea();
  const policy = { requireDryRun };
  const start = () => createDryRuns(session, async () => ({ policy }));
  return { session, policy, start, dryRuns: start() };
}

const isRefused = (wanted: Promise<void>) =>
  wanted.then(
    () => false,
    (thrown: AppError) => thrown.code === 'not-allowed' && thrown.detail.reason === 'dry-run-required',
  );

describe('where a policy asks for a dry run', () => {
  it('what was shown may be sent, whatever the order of its members, by the next worker as well', async () => {
    const { dryRuns, start } = createWorld();
    expect(await isRefused(dryRuns.require(shown))).toBe(true);
    await dryRuns.note(shown);
    expect(await isRefused(start().require({ rows: shown.rows, operation: shown.operation }))).toBe(false);
  });

  it('what differs in one digit beyond 2^53 may not', async () => {
    const { dryRuns } = createWorld();
    await dryRuns.note(shown);
    const other = { ...shown, rows: [{ ...shown.rows[0], opportunity_id: '9007199254740992' }] };
    expect(await isRefused(dryRuns.require(other))).toBe(true);
    expect(await isRefused(dryRuns.require(shown, other))).toBe(true);
  });

  it('what two pages show at once is noted of both, without a word of it', async () => {
    const { dryRuns, session } = createWorld();
    await Promise.all([dryRuns.note(shown), dryRuns.note({ other: 1 })]);
    expect(await isRefused(dryRuns.require(shown, { other: 1 }))).toBe(false);
    expect(session.text()).not.toMatch(/13912345678|9007199254740993/);
  });

  it('what was shown long ago makes room, what was shown again stays', async () => {
    const { dryRuns, session } = createWorld();
    await dryRuns.note(shown);
    await dryRuns.note(...Array.from({ length: 499 }, (_, index) => ({ index })));
    await dryRuns.note(shown);
    await dryRuns.note({ index: 500 });
    expect(await isRefused(dryRuns.require(shown, { index: 500 }))).toBe(false);
    expect(await isRefused(dryRuns.require({ index: 0 }))).toBe(true);
    expect(session.contents()['dry-runs']).toHaveLength(500);
  });
});

it('no policy, nothing is asked and nothing is noted', async () => {
  const { dryRuns, session, policy } = createWorld(false);
  await dryRuns.note(shown);
  expect(session.contents()).toEqual({});
  expect(await isRefused(dryRuns.require(shown))).toBe(false);
  policy.requireDryRun = true;
  expect(await isRefused(dryRuns.require(shown))).toBe(true);
});
