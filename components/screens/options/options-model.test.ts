import { describe, expect, it } from 'vitest';
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
