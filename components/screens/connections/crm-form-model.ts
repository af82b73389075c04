import { computed, type ReadonlySignal } from '@preact/signals';
import type { App } from '@/components/app/app';
import type { Seal } from '@/components/screens/options/seal-call';
import type { VaultGate } from '@/components/screens/security/vault-gate';
import { refuseEndpoint } from '@/lib/connections/endpoint';
import type { IkcrmConnectionSummary } from '@/lib/messages/app-state';
import { ikcrmConnections } from '@/lib/messages/connections-of';
import type { IkcrmCheck, IkcrmInput } from '@/lib/messages/crm-contract';
import { createHostForm, type FieldIssues, type HostForm } from './host-form';
import { findPaceIssues, type PaceTexts, paceInput, paceTexts } from './pace-form';

/** What the form holds. Token and password are empty unless they are being typed. */
export interface CrmFields extends PaceTexts {
  name: string;
  baseUrl: string;
  way: 'token' | 'sign-in';
  token: string;
  login: string;
  password: string;
  corpId: string;
}

/** One connection to a REST CRM, being added or changed. */
export interface CrmForm extends HostForm<CrmFields, IkcrmCheck> {
  stored: ReadonlySignal<IkcrmConnectionSummary | undefined>;
  /** Whether the stored token stays if none is typed: not once the address is another. */
  keepsToken: ReadonlySignal<boolean>;
  clearSecrets(): void;
}

export function createCrmForm(
  app: App,
  { gate, id, newName }: { gate: VaultGate; id: string; newName: string },
): CrmForm {
  const stored = computed(() => ikcrmConnections(app.state.value.connections).find((one) => one.id === id));
  const { name = newName, baseUrl = '', pace } = stored.value ?? {};

  const form: HostForm<CrmFields, IkcrmCheck> = createHostForm<CrmFields, IkcrmCheck>(app, {
    gate,
    initial: {
      ...{ name, baseUrl, way: 'token', token: '', login: '', password: '', corpId: '' },
      ...paceTexts('ikcrm', pace),
    },
    findIssues: () => findIssues(form.fields.value, keepsToken.value),
    address: (fields) => fields.baseUrl.trim(),
    fieldAt: (path) => fieldNames.find((one) => one === path),
    storesSecret: ({ way, token }) => way === 'sign-in' || token.trim() !== '',
    needsHost: ({ way }) => way === 'sign-in',
    sendTest: async (seal) => app.client.call('crm.testConnection', await withToken(seal)),
    send,
  });

  const keepsToken = computed(
    () => stored.value?.hasToken === true && isSameAddress(stored.value.baseUrl, form.fields.value.baseUrl.trim()),
  );

  function input(): IkcrmInput {
    const { name, baseUrl } = form.fields.value;
    return {
      ...{ id, platform: 'ikcrm', name: name.trim(), baseUrl: baseUrl.trim() },
      ...paceInput('ikcrm', stored.value?.pace, form.fields.value),
    };
  }

  async function withToken(seal: Seal) {
    const token = form.fields.value.token.trim();
    return { connection: input(), ...(token && { token: await seal(token) }) };
  }

  async function send(seal: Seal): Promise<void> {
    const { way, login, password, corpId } = form.fields.value;
    if (way === 'token') return void (await app.client.call('crm.saveConnection', await withToken(seal)));
    const credentials = {
      login: login.trim(),
      password: await seal(password),
      ...(corpId.trim() && { corpId: corpId.trim() }),
    };
    await app.client.call('crm.signIn', { connection: input(), credentials });
  }

  return { ...form, stored, keepsToken, clearSecrets: () => form.fill({ token: '', password: '' }) };
}

const fieldNames = ['name', 'baseUrl', 'token', 'login', 'password', 'corpId'] as const;

function findIssues(
  { name, baseUrl, way, token, login, password, ...pace }: CrmFields,
  keepsToken: boolean,
): FieldIssues<CrmFields> {
  const found: Record<string, string | undefined> = {
    name: findTextIssue(name, 80),
    baseUrl: refuseEndpoint(baseUrl.trim()),
    ...(way === 'token'
      ? { token: token.trim() === '' && keepsToken ? undefined : findTextIssue(token, 1024) }
      : { login: findTextIssue(login, 200), password: password === '' ? 'required' : findTextIssue(password, 1024) }),
    ...findPaceIssues(pace),
  };
  return Object.fromEntries(Object.entries(found).filter(([, issue]) => issue !== undefined));
}

function findTextIssue(text: string, maximum: number): string | undefined {
  if (text.trim() === '') return 'required';
  return text.trim().length > maximum ? 'too-long' : undefined;
}

function isSameAddress(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const plain = (address: string) => new URL(address).href.replace(/\/+$/, '');
  return plain(one) === plain(other);
}
