import { describe, expect, it } from 'vitest';
import { createStorageArea } from '@/test/fakes/storage-area';
import { createSessionNotes } from './session-notes';

const wish = { at: 1000, windowId: 1, scope: 'release:20191214888' };

describe('where the panel was asked to go', () => {
  it('outlives the worker, the newest wish only', async () => {
    const session = createStorageArea();
    await createSessionNotes(session).keepWish(wish);
    await createSessionNotes(session).keepWish({ ...wish, at: 2000, scope: 'release:1' });
    expect(await createSessionNotes(session).readWish()).toEqual({ ...wish, at: 2000, scope: 'release:1' });
  });

  it('is forgotten once followed; a newer wish stays', async () => {
    const notes = createSessionNotes(createStorageArea());
    await notes.keepWish(wish);
    await notes.forgetWish(999);
    expect(await notes.readWish()).toEqual(wish);
    await notes.forgetWish(1000);
    expect(await notes.readWish()).toBeUndefined();
    await notes.forgetWish(1000);
  });

  it.each([['text'], [{ at: '1' }], [null], [{ ...wish, windowId: undefined }]])(
    'is nothing when what is stored is no wish: %j',
    async (stored) => {
      const session = createStorageArea();
      session.plant({ 'panel-wish': stored });
      expect(await createSessionNotes(session).readWish()).toBeUndefined();
    },
  );
});

describe('the first worker of a browser’s run', () => {
  it('is told so, the ones after it are not', async () => {
    const session = createStorageArea();
    expect(await createSessionNotes(session).isFirstStart()).toBe(true);
    expect(await createSessionNotes(session).isFirstStart()).toBe(false);
    session.clear();
    expect(await createSessionNotes(session).isFirstStart()).toBe(true);
  });
});
