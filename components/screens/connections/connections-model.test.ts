import { describe, expect, it } from 'vitest';
import { createSealedWorker } from '@/components/screens/options/fake-sealed-worker';
import { AppError } from '@/lib/errors/app-error';
import { fakeConnection, fakeJob } from '@/test/fakes/fake-state';
import { createConnectionsModel } from './connections-model';

function openModel(state = {}, isGranted = true) {
  const world = createSealedWorker(state, isGranted);
  return { ...world, model: createConnectionsModel(world.app) };
}

describe('leaving the form', () => {
  it('untouched just leads back', () => {
    const { model } = openModel();
    model.edit('top');
    model.leave();
    expect(model.form.value).toBeUndefined();
  });

  it('with something typed asks first, and forgets the secrets once left', () => {
    const { model } = openModel();
    model.edit('top');
    const form = model.form.value;
    form?.set('appSecret', 'typed');
    model.leave();
    expect([model.isLeaving.value, model.form.value]).toEqual([true, form]);
    model.stay();
    expect(model.isLeaving.value).toBe(false);
    model.close();
    expect(model.form.value).toBeUndefined();
    expect(form?.fields.value.appSecret).toBe('');
  });
});

it('saved, the list says so and no secret is kept', async () => {
  const { model } = openModel({ connections: [] });
  model.add('淘宝开放平台');
  const form = model.form.value;
  form?.set('appKey', '12345678');
  form?.set('appSecret', 'typed');
  expect(await model.save()).toBe(true);
  expect(model.savedName.value).toBe('淘宝开放平台');
  expect(model.connections.value).toMatchObject([{ appKey: '12345678', hasSecret: true }]);
  expect(form?.fields.value.appSecret).toBe('');
});

describe('deleting', () => {
  it('tells of the jobs of that connection only that are unfinished or unknown', () => {
    const other = { id: 'other', name: 'x', endpoint: 'https://a.example/', appKey: '1' };
    const { model } = openModel({
      jobs: [
        fakeJob(),
        fakeJob({ id: 'b', state: 'finished', counts: { ...fakeJob().counts, waiting: 0, succeeded: 1 } }),
        fakeJob({ id: 'c', connection: other }),
        fakeJob({ id: 'd', state: 'finished', counts: { ...fakeJob().counts, waiting: 0, unknown: 1 } }),
      ],
    });
    model.askToRemove('top');
    expect(model.removing.value).toMatchObject({ connection: { id: 'top' }, openJobs: 2 });
  });

  it('is done once it is confirmed', async () => {
    const { model, app } = openModel();
    expect(await model.remove()).toBe(false);
    model.askToRemove('top');
    expect(await model.remove()).toBe(true);
    expect(app.worker.callsOf('connection.delete')).toEqual([{ id: 'top' }]);
    expect([model.removing.value, model.connections.value]).toEqual([undefined, []]);
  });

  it('that fails keeps the question open with the reason', async () => {
    const { model, app } = openModel();
    app.worker.answer({
      'connection.delete': () => {
        throw new AppError('storage-full');
      },
    });
    model.askToRemove('top');
    expect(await model.remove()).toBe(false);
    expect(model.removing.value).toBeDefined();
    expect(model.removeAction.error.value).toMatchObject({ code: 'storage-full' });
  });
});

it('a host is allowed from the list by one press', async () => {
  const { model, asked } = openModel();
  const granted = model.grant(fakeConnection({ endpoint: 'https://relay.example.com:8443/x' }));
  expect(asked).toEqual([['https://relay.example.com/*']]);
  expect(await granted).toBe(true);
});
