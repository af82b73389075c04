import { describe, expect, it } from 'vitest';
import type { ImSettings } from '@/lib/operations/read-im-settings';
import { openTestDatabase } from '@/test/fakes/job-world';
import { applyChanges } from './find-changes';
import {
  compareVersions,
  forgetAccount,
  type ImSubject,
  keepAnswer,
  keepAttempt,
  listCached,
  readCached,
  readChanges,
} from './keep-settings';

const connection = { id: 'top', endpoint: 'https://eco.taobao.com/router/rest', appKey: '12345678' };
const subject: ImSubject = { connection, accountId: '9007199254740995' };

const answerWith = (areas: number, overrides: Partial<ImSettings> = {}): ImSettings => ({
  assignRuleType: 'area',
  customerFirst: true,
  adminAutoDistribute: true,
  accounts: [
    {
      accountId: '9007199254740993',
      accountType: 'sales',
      nickName: '王五',
      inChargeAreaCount: areas,
      accountEnable: true,
      chargeAutoDistribute: true,
    },
  ],
  ...overrides,
});

async function createDesk() {
  const database = await openTestDatabase();
  const keep = (answer: ImSettings, now: number, askedAt = now, of = subject) =>
    keepAnswer(database, { subject: of, answer, askedAt, now });
  return { database, keep };
}

describe('an answer', () => {
  it('is kept, and kept as fresh when it is the same again', async () => {
    const { database, keep } = await createDesk();
    expect(await keep(answerWith(1), 100)).toEqual([]);
    expect(await keep(answerWith(1), 200)).toEqual([]);
    expect(await readCached(database, subject)).toMatchObject({ checkedAt: 200, firstAt: 100, version: 0 });
    expect(await readChanges(database, subject, { limit: 10 })).toEqual({ changes: [], more: false });
  });

  it('with something else in it is a change, with the last time it was still otherwise', async () => {
    const { database, keep } = await createDesk();
    await keep(answerWith(1), 100);
    await keep(answerWith(1), 200);
    expect(await keep(answerWith(2), 300)).toHaveLength(1);
    const { changes } = await readChanges(database, subject, { limit: 10 });
    expect(changes).toMatchObject([{ number: 1, foundAt: 300, stillAt: 200 }]);
    expect((await readCached(database, subject))?.version).toBe(1);
  });

  it('that comes after a later question’s answer is not kept', async () => {
    const { database, keep } = await createDesk();
    await keep(answerWith(2), 200);
    expect(await keep(answerWith(1), 300, 100)).toEqual([]);
    expect((await readCached(database, subject))?.settings.accounts[0]?.inChargeAreaCount).toBe(2);
  });

  it('without the list of accounts takes nothing from what is known, and is no change', async () => {
    const { database, keep } = await createDesk();
    await keep(answerWith(1), 100);
    const before = await readCached(database, subject);
    await expect(keep(answerWith(1, { accounts: undefined, customerFirst: false }), 200)).rejects.toMatchObject({
      code: 'unreadable-answer',
      detail: { reason: 'accounts-not-told' },
    });
    expect(await readCached(database, subject)).toEqual(before);
    expect((await readChanges(database, subject, { limit: 10 })).changes).toEqual([]);
    expect(await keep(answerWith(1, { accounts: [] }), 300)).toMatchObject([{ kind: 'removed' }]);
  });

  it('that never had the list is kept as far as it goes, and the first list is nobody’s arrival', async () => {
    const { database, keep } = await createDesk();
    await keep(answerWith(1, { accounts: undefined }), 100);
    expect((await readCached(database, subject))?.settings).toMatchObject({ accounts: [], accountsTold: false });
    expect(await keep(answerWith(1, { accounts: undefined, customerFirst: false }), 200)).toMatchObject([
      { kind: 'setting', name: 'customerFirst' },
    ]);
    expect(await keep(answerWith(1, { customerFirst: false }), 300)).toEqual([]);
    const settings = (await readCached(database, subject))?.settings;
    expect([settings?.accounts.length, settings?.accountsTold]).toEqual([1, undefined]);
    expect(await compareVersions(database, subject, { from: 0, to: 1 })).toHaveLength(1);
  });

  describe('that leaves something out', () => {
    const untold = { accountType: undefined, inChargeAreaCount: undefined, accountEnable: undefined };
    const withRotation = (chargeAutoDistribute?: boolean, isNamed = true) =>
      answerWith(1, {
        accounts: [{ accountId: '1', nickName: isNamed ? '赵敏' : undefined, ...untold, chargeAutoDistribute }],
      });
    const bare = { ...withRotation(undefined, false), customerFirst: undefined };

    it('is no change, neither when it goes nor when it comes back as it was', async () => {
      const { database, keep } = await createDesk();
      await keep(withRotation(false), 100);
      expect(await keep(withRotation(), 200)).toEqual([]);
      expect((await readCached(database, subject))?.settings.accounts).toEqual([{ accountId: '1', nickName: '赵敏' }]);
      expect(await keep(withRotation(false), 300)).toEqual([]);
      expect(await readCached(database, subject)).toMatchObject({ version: 0 });
      expect((await readCached(database, subject))?.gaps).toBeUndefined();
    });

    it('and later tells otherwise is a change, with the last time it was told', async () => {
      const { database, keep } = await createDesk();
      await keep(withRotation(false), 100);
      await keep(bare, 200);
      await keep(bare, 300);
      const changes = await keep({ ...withRotation(true, false), customerFirst: false }, 400);
      expect(changes).toEqual([
        { kind: 'setting', name: 'customerFirst', from: true, to: false, stillAt: 100 },
        {
          ...{ kind: 'account', accountId: '1', nickName: '赵敏', name: 'chargeAutoDistribute' },
          ...{ from: false, to: true, stillAt: 100 },
        },
      ]);
      const [entry] = (await readChanges(database, subject, { limit: 1 })).changes;
      expect(entry).toMatchObject({
        stillAt: 300,
        before: { accounts: [{ nickName: '赵敏', chargeAutoDistribute: false }] },
      });
      expect(await compareVersions(database, subject, { from: 0, to: 1 })).toHaveLength(2);
    });

    it('that was never told before is no change when it is told first', async () => {
      const { keep } = await createDesk();
      await keep(bare, 100);
      expect(await keep(withRotation(false), 200)).toEqual([]);
      expect(await keep(withRotation(true), 300)).toMatchObject([{ name: 'chargeAutoDistribute', to: true }]);
    });

    it('of somebody who has left is forgotten', async () => {
      const { database, keep } = await createDesk();
      await keep(withRotation(false), 100);
      await keep(withRotation(), 200);
      await keep(answerWith(1, { accounts: [] }), 300);
      expect((await readCached(database, subject))?.gaps).toBeUndefined();
      expect(await keep(withRotation(true), 400)).toMatchObject([{ kind: 'added' }]);
    });
  });

  it('is kept after the clock was put back', async () => {
    const { database, keep } = await createDesk();
    await keep(answerWith(1), 5000);
    await keep(answerWith(2), 1000);
    expect(await readCached(database, subject)).toMatchObject({ checkedAt: 1000, version: 1 });
  });

  it.each([
    ['account', { ...subject, accountId: '1' }],
    ['app', { ...subject, connection: { ...connection, appKey: '87654321' } }],
    ['gateway', { ...subject, connection: { ...connection, endpoint: 'https://relay.example.com/' } }],
    ['connection', { ...subject, connection: { ...connection, id: 'other' } }],
  ])('of another %s is another’s', async (_what, other) => {
    const { database, keep } = await createDesk();
    await keep(answerWith(1), 100);
    await keep(answerWith(2), 200, 200, other);
    expect((await readCached(database, subject))?.version).toBe(0);
    expect((await listCached(database)).map(({ checkedAt }) => checkedAt)).toEqual([200, 100]);
    await forgetAccount(database, other);
    expect(await readCached(database, other)).toBeUndefined();
    expect(await readCached(database, subject)).toBeDefined();
  });
});

describe('ten changes', () => {
  async function keepTen() {
    const desk = await createDesk();
    for (let areas = 0; areas <= 10; areas += 1) await desk.keep(answerWith(areas), 100 + areas);
    return desk;
  }

  it('are all there, newest first, page by page', async () => {
    const { database } = await keepTen();
    const first = await readChanges(database, subject, { limit: 4 });
    expect([first.changes.map(({ number }) => number), first.more]).toEqual([[10, 9, 8, 7], true]);
    const rest = await readChanges(database, subject, { before: 7, limit: 6 });
    expect([rest.changes.map(({ number }) => number), rest.more]).toEqual([[6, 5, 4, 3, 2, 1], false]);
  });

  it('replayed on the first version give the last', async () => {
    const { database } = await keepTen();
    const { changes } = await readChanges(database, subject, { limit: 10 });
    const [oldest] = changes.slice(-1);
    if (!oldest) throw new Error('no change was kept');
    const last = changes.reduceRight((version, change) => applyChanges(version, change.changes), oldest.before);
    expect(last).toEqual((await readCached(database, subject))?.settings);
  });

  it('can be compared between any two versions', async () => {
    const { database } = await keepTen();
    const [between] = await compareVersions(database, subject, { from: 2, to: 7 });
    expect(between).toMatchObject({ kind: 'account', name: 'inChargeAreaCount', from: 2, to: 7 });
    expect(await compareVersions(database, subject, { from: 4, to: 4 })).toEqual([]);
    expect(await compareVersions(database, subject, { from: 0, to: 10 })).toMatchObject([{ from: 0, to: 10 }]);
    await expect(compareVersions(database, subject, { from: 0, to: 11 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are forgotten with their account', async () => {
    const { database } = await keepTen();
    await forgetAccount(database, subject);
    expect(await database.count('imChanges')).toBe(0);
    expect(await database.count('imSettings')).toBe(0);
  });
});

it('an attempt without an answer is noted, and changes nothing else', async () => {
  const { database, keep } = await createDesk();
  await keepAttempt(database, subject, 50);
  expect(await readCached(database, subject)).toBeUndefined();
  await keep(answerWith(1), 100);
  await keepAttempt(database, subject, 200);
  expect(await readCached(database, subject)).toMatchObject({ triedAt: 200, checkedAt: 100 });
});
