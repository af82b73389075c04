import { describe, expect, it } from 'vitest';
import { createSealedWorker } from '@/components/screens/options/fake-sealed-worker';
import { createVaultGate } from '@/components/screens/security/vault-gate';
import type { IkcrmConnectionSummary } from '@/lib/messages/app-state';
import type { CallInput } from '@/lib/messages/extension-contract';
import { createCrmForm } from './crm-form-model';

const stored = {
  id: 'crm',
  platform: 'ikcrm',
  name: '励销云',
  baseUrl: 'https://lxcrm.weiwenjia.com/',
  hasToken: true,
  permitted: true,
} as const;

function createWorld(connections: IkcrmConnectionSummary[] = []) {
  const world = createSealedWorker({ connections });
  const saved: CallInput<'crm.saveConnection'>[] = [];
  const signedIn: CallInput<'crm.signIn'>[] = [];
  world.worker.answer({
    'crm.saveConnection': (input) => {
      saved.push(input);
      return {};
    },
    'crm.signIn': (input) => {
      signedIn.push(input);
      return {};
    },
  });
  const form = createCrmForm(world.app, { gate: createVaultGate(world.app), id: 'crm', newName: '励销云' });
  return { ...world, form, saved, signedIn };
}

describe('the form of a connection to a REST CRM', () => {
  it('asks for exactly its host, and sends the token sealed', async () => {
    const { form, asked, saved, open, recording } = createWorld();
    form.set('baseUrl', 'https://lxcrm.weiwenjia.com');
    form.set('token', ' crm-token-4f60ab ');
    expect(await form.save()).toBe(true);
    expect(asked).toEqual([['https://lxcrm.weiwenjia.com/*']]);
    const [{ token } = {}] = saved;
    expect(token && (await open(token))).toBe('crm-token-4f60ab');
    expect(recording()).not.toContain('crm-token-4f60ab');
  });

  it('signs in with the password sealed', async () => {
    const { form, signedIn, open, recording } = createWorld();
    form.set('baseUrl', 'https://lxcrm.weiwenjia.com');
    form.set('way', 'sign-in');
    form.set('login', 'wangwu');
    form.set('password', ' pass word ');
    expect(await form.save()).toBe(true);
    const [{ credentials } = {}] = signedIn;
    expect(credentials?.login).toBe('wangwu');
    expect(credentials && (await open(credentials.password))).toBe(' pass word ');
    expect(recording()).not.toContain('pass word');
  });

  it('is used as fast as it was, until that is changed', async () => {
    const { form, saved } = createWorld([{ ...stored, pace: { calls: 8, concurrency: 1 } }]);
    expect(form.fields.value).toMatchObject({ calls: '8', concurrency: '1' });
    expect(await form.save()).toBe(true);
    form.set('calls', '5');
    expect(await form.save()).toBe(true);
    expect(saved.map(({ connection }) => connection.pace)).toEqual([undefined, { calls: 5, concurrency: 1 }]);
  });

  it.each([
    [{ calls: '0' }, 'calls', 'not-calls'],
    [{ calls: '1e3' }, 'calls', 'not-calls'],
    [{ baseUrl: '' }, 'baseUrl', 'required'],
    [{ baseUrl: 'http://crm.example.com' }, 'baseUrl', 'not-https'],
    [{ baseUrl: 'https://crm.example.com/?a=1' }, 'baseUrl', 'endpoint-has-extras'],
    [{ token: '' }, 'token', 'required'],
    [{ name: ' ' }, 'name', 'required'],
    [{ way: 'sign-in', login: '' }, 'login', 'required'],
    [{ way: 'sign-in', password: '' }, 'password', 'required'],
  ] as const)('with %j says at %s that it is %s, and asks and sends nothing', async (change, field, issue) => {
    const { form, asked, saved, signedIn } = createWorld();
    const filled = { baseUrl: 'https://crm.example.com', token: 't', login: 'l', password: 'p', ...change };
    for (const [name, value] of Object.entries(filled)) form.set(name as keyof typeof filled, value);
    expect(await form.save()).toBe(false);
    expect(form.issues.value[field]).toBe(issue);
    expect([asked, saved, signedIn]).toEqual([[], [], []]);
  });

  it('keeps the stored token for its own address only', () => {
    const { form } = createWorld([stored]);
    expect(form.keepsToken.value).toBe(true);
    form.set('baseUrl', 'https://crm.example.com');
    expect(form.keepsToken.value).toBe(false);
  });
});
