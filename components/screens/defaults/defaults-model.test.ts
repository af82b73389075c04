import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createDefaultsModel } from './defaults-model';

function openModel(state = {}) {
  const app = createFakeApp(createFakeWorker(state), { surface: 'options' });
  return { app, model: createDefaultsModel(app) };
}

const texts = (model: ReturnType<typeof createDefaultsModel>) => model.fields.value.reasons.map(({ text }) => text);

describe('what is typed', () => {
  it('is saved trimmed, whole, and is then what is stored', async () => {
    const { app, model } = openModel();
    model.set('operatorId', ' kyr1 ');
    model.setReason(1, ' 换了老板 ');
    expect(model.isDirty.value).toBe(true);
    expect(await model.save()).toBe(true);
    expect(app.worker.callsOf('defaults.save')).toEqual([
      {
        operator: { id: 'kyr1', name: '王五' },
        defaults: {
          territoryCode: 'keruyun_POS_2019',
          imAccountId: '12345',
          releaseReasons: ['老板不接受', '换了老板', '联系不上'],
        },
      },
    ]);
    expect(model.isDirty.value).toBe(false);
    expect(model.fields.value.operatorId).toBe('kyr1');
  });

  it('stays when the state changes elsewhere, and what is untouched follows the state', () => {
    const { app, model } = openModel();
    app.worker.change({ operator: { id: 'kyr2', name: '李四' } });
    expect(model.fields.value.operatorId).toBe('kyr2');
    model.set('operatorId', 'typed');
    app.worker.change({ operator: { id: 'kyr3', name: '赵六' } });
    expect(model.fields.value.operatorId).toBe('typed');
    model.discard();
    expect(model.fields.value.operatorId).toBe('kyr3');
  });

  it('stays when saving fails', async () => {
    const { app, model } = openModel();
    app.worker.answer({
      'defaults.save': () => {
        throw new AppError('storage-full');
      },
    });
    model.set('operatorName', '李四');
    expect(await model.save()).toBe(false);
    expect([model.fields.value.operatorName, model.isDirty.value]).toEqual(['李四', true]);
  });
});

describe('a field', () => {
  it('of rows is a number within the operation’s own, or nothing', async () => {
    const { app, model } = openModel();
    model.set('cardRows', ' 20 ');
    model.set('outreachRows', '200');
    expect(await model.save()).toBe(true);
    expect(app.state.value.defaults.rowsPerRequest).toEqual({ 'sell-cards': 20, 'submit-outreach': 200 });
    expect(model.fields.value.cardRows).toBe('20');
    model.set('cardRows', '');
    model.set('outreachRows', ' ');
    expect(await model.save()).toBe(true);
    expect(app.state.value.defaults.rowsPerRequest).toBeUndefined();
  });

  it.each([
    ['cardRows', '501', 'out-of-range'],
    ['cardRows', '0', 'out-of-range'],
    ['outreachRows', '201', 'out-of-range'],
    ['outreachRows', '1.5', 'out-of-range'],
    ['operatorId', 'a b', 'not-an-id'],
    ['territoryCode', 'x'.repeat(65), 'too-long'],
    ['imAccountId', '12a', 'not-digits'],
  ] as const)('%s with %s is refused as %s and nothing is sent', async (name, text, issue) => {
    const { app, model } = openModel();
    model.set(name, text);
    expect(await model.save()).toBe(false);
    expect(model.fieldIssues.value).toEqual({ [name]: issue });
    expect(app.worker.calls).toEqual([]);
  });
});

describe('the reasons', () => {
  it('are added, moved and removed', () => {
    const { model } = openModel();
    const key = model.addReason();
    model.setReason(key, '新');
    model.moveReason(key, -1);
    model.moveReason(0, -1);
    expect(texts(model)).toEqual(['老板不接受', '已用竞品', '新', '联系不上']);
    model.removeReason(0);
    expect(texts(model)).toEqual(['已用竞品', '新', '联系不上']);
    expect(model.addReason()).toBeGreaterThan(key);
  });

  it('that are empty, double or too long are told at their rows', async () => {
    const { model } = openModel();
    const [empty, double, long] = [model.addReason(), model.addReason(), model.addReason()];
    model.setReason(double, ' 老板不接受 ');
    model.setReason(long, '长'.repeat(201));
    expect(model.reasonIssues.value.size).toBe(0);
    expect(await model.save()).toBe(false);
    expect([...model.reasonIssues.value]).toEqual([
      [empty, 'required'],
      [double, 'exists'],
      [long, 'too-long'],
    ]);
  });
});
