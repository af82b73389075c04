import { describe, expect, it } from 'vitest';
import { createTestClock, openTestDatabase } from '@/test/fakes/job-world';
import { storeJob } from '@/test/fakes/new-job';
import { createStorageArea } from '@/test/fakes/storage-area';
import { createDraftHandlers } from './draft-handlers';
import { openRelease } from './open-release';
import { createSessionNotes } from './session-notes';

const asked = {
  windowId: 3,
  opportunityId: '20191214888',
  label: '老王火锅',
  territory: 'keruyun_POS_2019',
  source: 'context-menu' as const,
};

async function createWorld() {
  const database = await openTestDatabase();
  const clock = createTestClock();
  const notes = createSessionNotes(createStorageArea());
  let intents = 0;
  let shows = 0;
  const parts = {
    database,
    notes,
    clock: clock.read,
    newUlid() {
      intents += 1;
      return `INTENT-000${intents}`;
    },
    show() {
      shows += 1;
    },
  };
  const drafts = createDraftHandlers(database, clock.read);
  return {
    database,
    clock,
    notes,
    drafts,
    open: (part = {}) => openRelease(parts, { ...asked, ...part }),
    shows: () => shows,
  };
}

describe('asking for the release form', () => {
  it('fills in what is known, and asks that window’s panel to show it; nothing is sent', async () => {
    const { database, clock, notes, open, shows } = await createWorld();
    await open();
    expect(await database.getAll('drafts')).toEqual([
      {
        scope: 'release:20191214888',
        updatedAt: clock.read(),
        intentId: 'INTENT-0001',
        source: 'context-menu',
        label: '老王火锅',
        values: { opportunity_id: '20191214888', territory_code: 'keruyun_POS_2019' },
      },
    ]);
    expect(await notes.readWish()).toEqual({ at: clock.read(), windowId: 3, scope: 'release:20191214888' });
    expect(shows()).toBe(1);
    expect(await database.count('jobs')).toBe(0);
  });

  it('keeps a draft that a person has begun, with its intention, and shows it', async () => {
    const { drafts, clock, notes, open } = await createWorld();
    await open();
    const begun = {
      intentId: 'INTENT-0001',
      source: 'panel' as const,
      values: { opportunity_id: '20191214888', memo: '老板' },
    };
    await drafts['draft.save']({ scope: 'release:20191214888', draft: begun }, {});
    clock.advance(60_000);
    await open({ label: '别的名字' });
    expect((await drafts['draft.read']({ scope: 'release:20191214888' }, {})).draft).toMatchObject(begun);
    expect((await notes.readWish())?.at).toBe(clock.read());
  });

  it('keeps drafts of other opportunities apart', async () => {
    const { database, open } = await createWorld();
    await open();
    await open({ opportunityId: '2' });
    await open({ opportunityId: '' });
    expect(await database.getAllKeys('drafts')).toEqual(['release:', 'release:2', 'release:20191214888']);
  });
});

describe('a draft', () => {
  const scope = 'release:20191214888';
  const draft = { intentId: 'intent-1', source: 'popup' as const, values: { opportunity_id: '20191214888' } };

  it('is read as it was saved, and not at all when it was deleted', async () => {
    const { drafts } = await createWorld();
    expect(await drafts['draft.read']({ scope }, {})).toEqual({});
    await drafts['draft.save']({ scope, draft }, {});
    expect((await drafts['draft.read']({ scope }, {})).draft).toMatchObject(draft);
    await drafts['draft.delete']({ scope }, {});
    expect(await drafts['draft.read']({ scope }, {})).toEqual({});
  });

  it('typed on after its intention has become a job in another window is kept', async () => {
    const { database, clock, drafts } = await createWorld();
    await storeJob(database, clock.read(), { intentId: 'intent-1' });
    await drafts['draft.save']({ scope, draft }, {});
    expect((await drafts['draft.read']({ scope }, {})).draft).toMatchObject(draft);
  });
});
