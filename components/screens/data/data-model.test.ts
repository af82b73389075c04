import { describe, expect, it } from 'vitest';
import { createSealedWorker, rightPassphrase } from '@/components/screens/options/fake-sealed-worker';
import { AppError } from '@/lib/errors/app-error';
import type { AppState } from '@/lib/messages/app-state';
import { createDataModel } from './data-model';

const text = '{"connections":[{"appSecret":"secret-6e1a"}]}';

function openModel(state: Partial<AppState> = {}) {
  const world = createSealedWorker(state);
  const received: string[] = [];
  world.app.worker.answer({
    'settings.import': async ({ file }) => {
      const opened = await world.open(file);
      if (world.app.state.value.vault.state !== 'unlocked') throw new AppError('locked', { reason: 'vault-needed' });
      received.push(opened);
      return { connections: 1, secrets: 1 };
    },
    'settings.export': () => ({ file: '{"version":1}' }),
    'journal.verify': () => ({ entries: 5, brokenAt: 3 }),
  });
  return { ...world, received, model: createDataModel(world.app) };
}

const file = (size = text.length) => ({ name: 'settings.json', size, text: async () => text });
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('importing a file', () => {
  it('sends it sealed, says what came in, and lets go of it', async () => {
    const { model, received, recording } = openModel();
    model.choose(file());
    expect(await model.importFile()).toBe(true);
    expect(received).toEqual([text]);
    expect(recording()).not.toContain('6e1a');
    expect([model.imported.value, model.file.value]).toEqual([{ connections: 1, secrets: 1 }, undefined]);
  });

  it('that is refused keeps the file and the place in it', async () => {
    const { model, app } = openModel();
    app.worker.answer({
      'settings.import': () => {
        throw new AppError('invalid-input', { reason: 'unknown-key', path: 'connections[0].apSecret' });
      },
    });
    model.choose(file());
    expect(await model.importFile()).toBe(false);
    expect(model.importAction.error.value).toMatchObject({ detail: { path: 'connections[0].apSecret' } });
    expect(model.file.value?.name).toBe('settings.json');
  });

  it('that loosens the policy is sent again only when that was agreed to', async () => {
    const { model, app } = openModel();
    app.worker.answer({
      'settings.import': ({ mayLoosen }) => {
        if (!mayLoosen) throw new AppError('invalid-input', { reason: 'policy-loosened', path: 'policy.maxBatchRows' });
        return { connections: 1, secrets: 0 };
      },
    });
    model.choose(file());
    expect([await model.importFile(), await model.importFile()]).toEqual([false, false]);
    expect(model.importAction.error.value).toMatchObject({ detail: { reason: 'policy-loosened' } });
    expect(await model.importFile(true)).toBe(true);
  });

  it('with secrets while locked goes on after unlocking, with the same file', async () => {
    const { model, received } = openModel({ vault: { state: 'locked', mode: 'passphrase' } });
    model.choose(file());
    const importing = model.importFile();
    await settled();
    expect([model.gate.need.value, received]).toEqual(['unlock', []]);
    model.gate.passphrase.value = rightPassphrase;
    expect(await model.gate.submit()).toBe(true);
    expect(await importing).toBe(true);
    expect(received).toEqual([text]);
  });

  it('with secrets before there is a vault leads through making one; going back keeps the file', async () => {
    const { model, received } = openModel({ vault: { state: 'absent' } });
    model.choose(file());
    const importing = model.importFile();
    await settled();
    expect(model.gate.need.value).toBe('create');
    model.gate.cancel();
    expect(await importing).toBe(false);
    expect([model.file.value?.name, received]).toEqual(['settings.json', []]);
  });

  it('that is far too large is not even read', async () => {
    const { model, app } = openModel();
    model.choose(file(5_000_000));
    expect(await model.importFile()).toBe(false);
    expect(model.importAction.error.value).toMatchObject({ detail: { reason: 'file-too-large' } });
    expect(app.worker.calls).toEqual([]);
  });

  it('that is gone meanwhile is said', async () => {
    const { model } = openModel();
    model.choose({ ...file(), text: () => Promise.reject(new DOMException('gone', 'NotReadableError')) });
    expect(await model.importFile()).toBe(false);
    expect(model.importAction.error.value).toMatchObject({ detail: { reason: 'file-unreadable' } });
  });

  it('chosen anew forgets what was said of the one before', async () => {
    const { model } = openModel();
    model.choose(file(5_000_000));
    await model.importFile();
    model.choose(file());
    expect([model.importAction.isBusy.value, model.importAction.isDone.value, model.importAction.error.value]).toEqual([
      false,
      false,
      undefined,
    ]);
  });
});

it('an export is saved as a file', async () => {
  const { model, files } = openModel();
  expect(await model.exportFile()).toBe(true);
  expect(files).toEqual([{ name: 'crm-sidekick-settings.json', text: '{"version":1}' }]);
});

it('a broken journal is no failure of the check', async () => {
  const { model } = openModel();
  expect(await model.journal.verify()).toBe(true);
  expect(model.journal.result.value).toEqual({ entries: 5, brokenAt: 3 });
});

it('an earlier check of the journal is not shown beside one that fails', async () => {
  const { model, app } = openModel();
  await model.journal.verify();
  app.worker.answer({
    'journal.verify': () => {
      throw new AppError('bug');
    },
  });
  expect(await model.journal.verify()).toBe(false);
  expect(model.journal.result.value).toBeUndefined();
});
