import { expect, it } from 'vitest';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createUpdateSettingsModel } from './update-settings-model';

function openModel(isAllowed: boolean | 'throws' = true) {
  let asked = 0;
  const requestNotifications = async () => {
    asked += 1;
    if (isAllowed === 'throws') throw new Error('no gesture');
    return isAllowed;
  };
  const app = createFakeApp(createFakeWorker(), { ports: { requestNotifications } });
  return { app, model: createUpdateSettingsModel(app), asked: () => asked };
}

it('saves both with everything else that is preferred, and asks for no permission while it is off', async () => {
  const { app, model, asked } = openModel();
  model.type('imCacheMinutes', ' 60 ');
  await model.save();
  expect(app.state.value.preferences).toMatchObject({ imCacheMinutes: 60, imCheckMinutes: 0, holdBackSeconds: 5 });
  expect([asked(), model.isSaved.value, model.texts.imCacheMinutes.value]).toEqual([0, true, '60']);
});

it.each([true, false, 'throws'] as const)(
  'asks whether it may notify, and looks regularly all the same: %s',
  async (isAllowed) => {
    const { app, model, asked } = openModel(isAllowed);
    model.type('imCheckMinutes', '30');
    await model.save();
    expect([asked(), app.state.value.preferences.imCheckMinutes]).toEqual([1, 30]);
    expect(model.isNotifyRefused.value).toBe(isAllowed !== true);
  },
);

it.each([
  ['imCacheMinutes', ''],
  ['imCacheMinutes', '0'],
  ['imCacheMinutes', '1441'],
  ['imCheckMinutes', '-1'],
  ['imCheckMinutes', '1.5'],
  ['imCheckMinutes', 'x'],
] as const)('refuses %s of %j, and saves nothing', async (name, text) => {
  const { app, model, asked } = openModel();
  model.type(name, text);
  await model.save();
  expect([model.wrong.value, model.isSaved.value, asked()]).toEqual([[name], false, 0]);
  expect(app.worker.callsOf('preferences.save')).toEqual([]);
});
