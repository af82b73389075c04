import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createDefaultValues } from './default-values';
import { createReleaseForm } from './release-form';

const saved = { territory_code: 'keruyun_POS_2019', operator_id: 'kyr13386', operator_name: '王五' };

function open(values: Readonly<Record<string, string>> = {}, pageTerritory?: string) {
  const worker = createFakeWorker();
  const form = createReleaseForm();
  form.fill({ opportunity_id: '20191214888', ...saved, ...values }, []);
  return { worker, form, model: createDefaultValues(createFakeApp(worker), form, signal(pageTerritory)) };
}

describe('keeping a territory and an operator as defaults', () => {
  it('is offered only where they differ from what is saved', () => {
    expect(open().model.canSave.value).toBe(false);
    expect(open({ operator_name: ' 王五 ' }).model.canSave.value).toBe(false);
    expect(open({ operator_name: '赵六' }).model.canSave.value).toBe(true);
    expect(open({ territory_code: 'huabei' }).model.canSave.value).toBe(true);
  });

  it('is not offered for what is missing or faulty, nor where an administrator decides', () => {
    expect(open({ operator_id: '' }).model.canSave.value).toBe(false);
    expect(open({ operator_id: 'kyr 1' }).model.canSave.value).toBe(false);
    const { worker, model } = open({ operator_id: 'kyr1' });
    worker.change({ managed: true });
    expect(model.canSave.value).toBe(false);
  });

  it('saves them beside the other defaults, and is then no longer offered', async () => {
    const { worker, model } = open({ operator_id: 'zl1', operator_name: '赵六', territory_code: 'huabei' });
    const { defaults } = worker.state.value;
    expect(await model.save()).toBe(true);
    expect(worker.state.value.operator).toEqual({ id: 'zl1', name: '赵六' });
    expect(worker.state.value.defaults).toEqual({ ...defaults, territoryCode: 'huabei' });
    expect(model.canSave.value).toBe(false);
  });

  it('leaves a territory alone that the page named', async () => {
    const { worker, model } = open({ territory_code: 'page', operator_name: '赵六' }, 'page');
    await model.save();
    expect(worker.state.value.defaults.territoryCode).toBe('keruyun_POS_2019');
    expect(open({ territory_code: 'page' }, 'page').model.canSave.value).toBe(false);
  });
});
