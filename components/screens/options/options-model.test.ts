import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createSealedWorker } from './fake-sealed-worker';
import { createOptionsModel } from './options-model';
import { readSection } from './sections';

describe('the address', () => {
  it.each([
    ['', 'connections'],
    ['#/data', 'data'],
    ['#security', 'security'],
    ['#/defaults/more', 'defaults'],
    ['#/toString', 'connections'],
  ])('%s leads to %s', (hash, section) => expect(readSection(hash)).toBe(section));
});

it('what is typed in a section survives a look at another, and the page knows of it', () => {
  const { app } = createSealedWorker();
  const model = createOptionsModel(app, '#/defaults');
  expect(model.unsaved.value).toEqual([]);
  model.defaults.set('operatorName', '李四');
  model.connections.edit('top');
  model.connections.form.value?.set('name', '改名');
  model.show('#/security');
  model.show('#/defaults');
  expect(model.section.value).toBe('defaults');
  expect(model.defaults.fields.value.operatorName).toBe('李四');
  expect(model.connections.form.value?.fields.value.name).toBe('改名');
  expect(model.unsaved.value).toEqual(['connections', 'defaults']);
});

it('what took effect in one section is not said in another, even where it does so after leaving', async () => {
  const { app } = createSealedWorker();
  const model = createOptionsModel(app, '#/appearance');
  const { action } = model.appearance;
  await model.appearance.choose({ theme: 'dark' });
  expect(action.isDone.value).toBe(true);
  model.show('#/appearance');
  expect(action.isDone.value).toBe(true);
  model.show('#/security');
  expect(action.isDone.value).toBe(false);
  const choosing = model.security.preferences.choose({ theme: 'light' });
  model.show('#/appearance');
  expect(await choosing).toBe(true);
  expect(action.isDone.value).toBe(false);
});

it('a choice that could not be stored is told wherever the person is by then', async () => {
  const { app } = createSealedWorker();
  app.worker.answer({
    'preferences.save': () => {
      throw new AppError('storage-full');
    },
  });
  const model = createOptionsModel(app, '#/appearance');
  const choosing = model.appearance.choose({ theme: 'dark' });
  model.show('#/security');
  expect(await choosing).toBe(false);
  expect(model.security.preferences.action.error.value).toMatchObject({ code: 'storage-full' });
});
