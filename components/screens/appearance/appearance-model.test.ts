import { describe, expect, it } from 'vitest';
import { createPreferencesModel } from '@/components/screens/options/preferences-model';
import { AppError } from '@/lib/errors/app-error';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { fakeState } from '@/test/fakes/fake-state';
import { createAppearanceModel } from './appearance-model';

function openModel() {
  const app = createFakeApp(createFakeWorker());
  return { app, model: createAppearanceModel(createPreferencesModel(app)) };
}

describe('a choice', () => {
  it('shows at once and is saved with the rest', async () => {
    const { app, model } = openModel();
    const saving = model.choose({ theme: 'dark' });
    expect(model.preferences.value.theme).toBe('dark');
    expect(await saving).toBe(true);
    expect(app.worker.callsOf('preferences.save')).toEqual([{ ...fakeState().preferences, theme: 'dark' }]);
  });

  it('right after another undoes nothing', async () => {
    const { app, model } = openModel();
    await Promise.all([model.choose({ theme: 'dark' }), model.choose({ language: 'en' })]);
    expect(app.state.value.preferences).toMatchObject({ theme: 'dark', language: 'en' });
  });

  it('that cannot be saved goes back to what is stored', async () => {
    const { app, model } = openModel();
    app.worker.answer({
      'preferences.save': () => {
        throw new AppError('storage-full');
      },
    });
    expect(await model.choose({ theme: 'dark' })).toBe(false);
    expect(model.preferences.value.theme).toBe('system');
  });
});

describe('the hold-back', () => {
  it.each(['3', '60', ' 8 '])('of %s seconds is saved', async (text) => {
    const { app, model } = openModel();
    model.typeHoldBack(text);
    expect(model.isDirty.value).toBe(true);
    expect(await model.saveHoldBack()).toBe(true);
    expect(app.state.value.preferences.holdBackSeconds).toBe(Number(text));
    expect(model.isDirty.value).toBe(false);
  });

  it.each(['', '2', '61', '5.5', '-5', '1e1', 'x'])('of %j is refused and stays to be corrected', async (text) => {
    const { app, model } = openModel();
    model.typeHoldBack(text);
    expect(await model.saveHoldBack()).toBe(false);
    expect([model.isHoldBackWrong.value, model.holdBackText.value]).toEqual([true, text]);
    expect(app.worker.calls).toEqual([]);
  });

  it('that was not touched sends nothing', async () => {
    const { app, model } = openModel();
    expect(await model.saveHoldBack()).toBe(true);
    expect(app.worker.calls).toEqual([]);
  });
});
