import { describe, expect, it } from 'vitest';
import { createSealedWorker, rightPassphrase } from '@/components/screens/options/fake-sealed-worker';
import { createVaultGate } from '@/components/screens/security/vault-gate';
import { AppError } from '@/lib/errors/app-error';
import type { AppState } from '@/lib/messages/app-state';
import { createConnectionForm } from './connection-form-model';

const secret = 'secret-6e1a-0123456789abcdef';
const session = 'session-77c2-0123456789abcdef';
const absent: Partial<AppState> = { vault: { state: 'absent' }, connections: [] };
const locked: Partial<AppState> = { vault: { state: 'locked', mode: 'passphrase' } };

function openForm(state: Partial<AppState> = {}, { id = 'top', isGranted = true } = {}) {
  const world = createSealedWorker(state, isGranted);
  const gate = createVaultGate(world.app);
  const form = createConnectionForm(world.app, { gate, id, newName: '淘宝开放平台' });
  const saved = () => world.app.worker.callsOf('connection.save');
  return { ...world, gate, form, saved };
}

function openFilled(state: Partial<AppState> = absent, options = {}) {
  const world = openForm(state, { id: 'new-one', ...options });
  world.form.set('appKey', '12345678');
  world.form.set('appSecret', secret);
  world.form.set('session', session);
  return world;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('what is wrong stands at its field', () => {
  it('and nothing is asked for or sent', async () => {
    const { form, asked, app } = openForm(absent, { id: 'new-one' });
    form.set('name', ' ');
    form.set('endpointChoice', 'custom');
    form.set('ownEndpoint', 'http://eco.taobao.com/');
    form.set('appKey', '12a');
    expect(await form.save()).toBe(false);
    expect(await form.test()).toBe(false);
    expect(form.issues.value).toEqual({
      name: 'required',
      ownEndpoint: 'not-https',
      appKey: 'not-digits',
      appSecret: 'required',
    });
    expect(asked).toEqual([]);
    expect(app.worker.calls).toEqual([]);
  });

  it('until the field is changed', () => {
    const { form } = openForm();
    form.set('appKey', 'x');
    form.leave('appKey');
    expect(form.issues.value).toEqual({ appKey: 'not-digits' });
    form.set('appKey', '1');
    expect(form.issues.value).toEqual({});
  });

  it('also when the worker finds it', async () => {
    const { form, app } = openForm();
    app.worker.answer({
      'connection.save': () => {
        throw new AppError('invalid-input', { reason: 'endpoint-not-allowed', path: 'endpoint' });
      },
    });
    expect(await form.save()).toBe(false);
    expect(form.issues.value).toEqual({ ownEndpoint: 'endpoint-not-allowed' });
    expect([form.saveAction.isBusy.value, form.saveAction.isDone.value, form.saveAction.error.value]).toEqual([
      false,
      false,
      undefined,
    ]);
  });
});

describe('how fast it is used', () => {
  it('is the default, which is not sent, until it is changed', async () => {
    const { form, saved } = openForm({ connections: [] });
    expect(form.fields.value).toMatchObject({ calls: '20', concurrency: '4' });
    form.set('appKey', '12345678');
    form.set('appSecret', secret);
    expect(await form.save()).toBe(true);
    form.set('calls', ' 1000 ');
    expect(await form.save()).toBe(true);
    expect(saved().map(({ connection }) => connection.pace)).toEqual([undefined, { calls: 1000, concurrency: 4 }]);
  });

  it.each([
    ['calls', '0'],
    ['calls', '1001'],
    ['calls', ''],
    ['concurrency', '1.5'],
    ['concurrency', '17'],
    ['concurrency', '１'],
  ] as const)('%s as “%s” is refused at its field', async (name, text) => {
    const { form, saved } = openForm();
    form.set(name, text);
    expect(await form.save()).toBe(false);
    expect(form.issues.value).toEqual({ [name]: `not-${name}` });
    expect(saved()).toEqual([]);
  });
});

describe('the browser’s permission', () => {
  const noWish = { name: 'site.unwish', input: { origin: 'https://eco.taobao.com', name: '' } };

  it.each(['test', 'save'] as const)('is asked for before anything else happens in a %s', (action) => {
    const { form, asked, app } = openFilled();
    void form[action]();
    expect(asked).toEqual([['https://eco.taobao.com/*']]);
    // Whoever refused to have the site read is not taken at the word for the gateway.
    expect(app.worker.calls).toEqual([noWish]);
  });

  it('refused, nothing is tested', async () => {
    const { form, app } = openFilled({ connections: [] }, { isGranted: false });
    expect(await form.test()).toBe(false);
    expect(form.testAction.error.value).toMatchObject({ detail: { reason: 'host-permission-refused' } });
    expect(app.worker.calls).toEqual([noWish]);
  });

  it('refused, what was typed is saved all the same', async () => {
    const { form, saved } = openFilled({ connections: [] }, { isGranted: false });
    expect(await form.save()).toBe(true);
    expect(saved()).toHaveLength(1);
  });
});

describe('secrets', () => {
  it('leave the page sealed, and open to what was typed', async () => {
    const { form, open, saved, recording } = openFilled({ connections: [] });
    expect(await form.save()).toBe(true);
    const secrets = saved()[0]?.secrets;
    expect(secrets?.appSecret && (await open(secrets.appSecret))).toBe(secret);
    expect(secrets?.session && (await open(secrets.session))).toBe(session);
    expect(recording()).not.toContain('6e1a');
    expect(recording()).not.toContain('77c2');
  });

  it('are sealed anew, once, when the worker was restarted in between', async () => {
    const { form, app, restart, saved } = openFilled({ connections: [] });
    const { call } = app.client;
    let isRestarted = false;
    app.client.call = async (name, input) => {
      if (name === 'connection.save' && !isRestarted) {
        isRestarted = true;
        restart();
      }
      return call(name, input);
    };
    expect(await form.save()).toBe(true);
    expect(saved()).toHaveLength(2);
    expect(app.worker.callsOf('vault.sealKey')).toHaveLength(2);
  });

  it('left empty stay as they are', async () => {
    const { form, saved } = openForm();
    form.set('name', '改名');
    expect(await form.save()).toBe(true);
    expect(saved()).toMatchObject([{ connection: { id: 'top', name: '改名' }, secrets: {} }]);
    expect(saved()[0]?.secrets).toEqual({});
  });

  it('are not taken along to another address: the secret is asked for, the stored session removed', async () => {
    const { form, saved, open } = openForm();
    form.set('endpointChoice', 'custom');
    form.set('ownEndpoint', 'https://relay.example.com/router/rest');
    expect(await form.save()).toBe(false);
    expect(form.issues.value).toEqual({ appSecret: 'required' });
    form.set('appSecret', secret);
    expect(await form.save()).toBe(true);
    const sealed = saved()[0]?.secrets.session;
    expect(sealed && (await open(sealed))).toBe('');
  });

  it('a session that is dropped is removed from what is stored', async () => {
    const { form, saved, open } = openForm();
    form.set('dropsSession', true);
    expect(await form.save()).toBe(true);
    const sealed = saved()[0]?.secrets.session;
    expect(sealed && (await open(sealed))).toBe('');
    expect(saved()[0]?.secrets.appSecret).toBeUndefined();
  });
});

describe('the vault', () => {
  it('that is absent is made first, then the connection is saved', async () => {
    const { form, gate, app, saved } = openFilled();
    const saving = form.save();
    await settled();
    expect(gate.need.value).toBe('create');
    expect(saved()).toEqual([]);
    gate.protection.passphrase.value = rightPassphrase;
    gate.protection.repeat.value = rightPassphrase;
    expect(await gate.submit()).toBe(true);
    expect(await saving).toBe(true);
    expect(app.worker.callsOf('vault.create')).toMatchObject([{ mode: 'passphrase' }]);
    expect(saved()).toHaveLength(1);
  });

  it('that is locked is unlocked first, and a wrong passphrase loses nothing', async () => {
    const { form, gate, saved, recording } = openFilled({ ...locked, connections: [] });
    const saving = form.save();
    await settled();
    gate.passphrase.value = 'wrong-9f3b';
    expect(await gate.submit()).toBe(false);
    expect(gate.passphraseIssue.value).toBe('wrong-passphrase');
    expect(form.fields.value.appSecret).toBe(secret);
    gate.passphrase.value = rightPassphrase;
    expect(await gate.submit()).toBe(true);
    expect(await saving).toBe(true);
    expect(saved()).toHaveLength(1);
    expect(recording()).not.toContain('9f3b');
    expect(recording()).not.toContain(rightPassphrase);
  });

  it('is not asked for where no secret is typed', async () => {
    const { form, gate } = openForm(locked);
    form.set('name', '改名');
    expect(await form.save()).toBe(true);
    expect(gate.need.value).toBeUndefined();
  });

  it('not opened, the form is there again as it was', async () => {
    const { form, gate, saved } = openFilled();
    const saving = form.save();
    await settled();
    gate.cancel();
    expect(await saving).toBe(false);
    expect([form.saveAction.isBusy.value, form.saveAction.isDone.value, form.saveAction.error.value]).toEqual([
      false,
      false,
      undefined,
    ]);
    expect(form.fields.value.appSecret).toBe(secret);
    expect(saved()).toEqual([]);
  });
});

it('two presses on save are one', async () => {
  const { form, saved } = openFilled({ connections: [] });
  const [first, second] = await Promise.all([form.save(), form.save()]);
  expect([first, second]).toEqual([true, false]);
  expect(saved()).toHaveLength(1);
});

it('a test’s result goes as soon as something is changed', async () => {
  const { form, app } = openForm();
  app.worker.answer({ 'connection.test': () => ({ checks: [{ part: 'endpoint', state: 'ok' }] }) });
  expect(await form.test()).toBe(true);
  expect(form.checks.value).toEqual([{ part: 'endpoint', state: 'ok' }]);
  form.set('appKey', '2');
  expect(form.checks.value).toBeUndefined();
});
