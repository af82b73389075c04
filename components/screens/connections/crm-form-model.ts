import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { type Seal, sealCall } from '@/components/screens/options/seal-call';
import type { VaultGate } from '@/components/screens/security/vault-gate';
import { originPattern, refuseEndpoint } from '@/lib/connections/endpoint';
import { AppError, toErrorData } from '@/lib/errors/app-error';
import type { IkcrmConnectionSummary } from '@/lib/messages/app-state';
import { ikcrmConnections } from '@/lib/messages/connections-of';
import type { IkcrmCheck, IkcrmInput } from '@/lib/messages/crm-contract';

/** What the form holds. Token and password are empty unless they are being typed. */
export interface CrmFields {
  name: string;
  baseUrl: string;
  way: 'token' | 'sign-in';
  token: string;
  login: string;
  password: string;
  corpId: string;
}

export type CrmFieldIssues = Partial<Record<keyof CrmFields, string>>;

/** One connection to a REST CRM, being added or changed. */
export interface CrmForm {
  stored: ReadonlySignal<IkcrmConnectionSummary | undefined>;
  fields: ReadonlySignal<CrmFields>;
  issues: ReadonlySignal<CrmFieldIssues>;
  /** Whether the stored token stays if none is typed: not once the address is another. */
  keepsToken: ReadonlySignal<boolean>;
  isDirty: ReadonlySignal<boolean>;
  checks: ReadonlySignal<readonly IkcrmCheck[] | undefined>;
  testAction: Action;
  saveAction: Action;
  set<Name extends keyof CrmFields>(name: Name, value: CrmFields[Name]): void;
  test(): Promise<boolean>;
  save(): Promise<boolean>;
  clearSecrets(): void;
}

export function createCrmForm(
  app: App,
  { gate, id, newName }: { gate: VaultGate; id: string; newName: string },
): CrmForm {
  const stored = computed(() => ikcrmConnections(app.state.value.connections).find((one) => one.id === id));
  const { name = newName, baseUrl = '' } = stored.value ?? {};
  const initial: CrmFields = { name, baseUrl, way: 'token', token: '', login: '', password: '', corpId: '' };
  const fields = signal(initial);
  const issues = signal<CrmFieldIssues>({});
  const checks = signal<readonly IkcrmCheck[] | undefined>(undefined);
  const testAction = createAction();
  const saveAction = createAction();
  const keepsToken = computed(
    () => stored.value?.hasToken === true && isSameAddress(stored.value.baseUrl, fields.value.baseUrl.trim()),
  );
  const isBusy = () => testAction.isBusy.value || saveAction.isBusy.value;

  function check(): boolean {
    issues.value = findIssues(fields.value, keepsToken.value);
    return Object.keys(issues.value).length === 0;
  }

  function input(): IkcrmInput {
    const { name, baseUrl } = fields.value;
    return { id, platform: 'ikcrm', name: name.trim(), baseUrl: baseUrl.trim() };
  }

  async function withToken(seal: Seal) {
    const token = fields.value.token.trim();
    return { connection: input(), ...(token && { token: await seal(token) }) };
  }

  async function send(seal: Seal): Promise<void> {
    const { way, login, password, corpId } = fields.value;
    if (way === 'token') return void (await app.client.call('crm.saveConnection', await withToken(seal)));
    const credentials = {
      login: login.trim(),
      password: await seal(password),
      ...(corpId.trim() && { corpId: corpId.trim() }),
    };
    await app.client.call('crm.signIn', { connection: input(), credentials });
  }

  /** What the worker finds wrong with a field stands at the field. */
  async function atFields<T>(work: () => Promise<T>): Promise<T | false> {
    try {
      return await work();
    } catch (thrown) {
      const { code, detail } = toErrorData(thrown);
      const field = code === 'invalid-input' ? fieldNames.find((one) => one === detail.path) : undefined;
      if (!field || !detail.reason) throw thrown;
      issues.value = { ...issues.value, [field]: detail.reason };
      return false;
    }
  }

  const requestHost = () => app.ports.requestOrigins([originPattern(fields.value.baseUrl.trim())]);

  return {
    stored,
    fields,
    issues,
    keepsToken,
    isDirty: computed(() => JSON.stringify(fields.value) !== JSON.stringify(initial)),
    checks,
    testAction,
    saveAction,
    set(field, value) {
      batch(() => {
        fields.value = { ...fields.value, [field]: value };
        const { [field]: _gone, ...others } = issues.value;
        issues.value = others;
        checks.value = undefined;
        testAction.forget();
        saveAction.forget();
      });
    },
    async test() {
      if (isBusy() || !check()) return false;
      // Nothing may come between the click and this: the browser only asks in answer to one.
      const asked = requestHost();
      return testAction.run(async () => {
        if (!(await asked)) throw new AppError('not-allowed', { reason: 'host-permission-refused' });
        const tested = await atFields(() =>
          gate.behind(false, () =>
            sealCall(app, async (seal) => app.client.call('crm.testConnection', await withToken(seal))),
          ),
        );
        if (!tested) return false;
        checks.value = tested.checks;
        await app.refresh();
        return true;
      });
    },
    async save() {
      if (isBusy() || !check()) return false;
      const asked = requestHost();
      const isSigningIn = fields.value.way === 'sign-in';
      return saveAction.run(async () => {
        if (!(await asked) && isSigningIn) throw new AppError('not-allowed', { reason: 'host-permission-refused' });
        const saved = await atFields(() =>
          gate.behind(isSigningIn || fields.value.token.trim() !== '', () => sealCall(app, send)),
        );
        if (saved === false) return false;
        await app.refresh();
        return true;
      });
    },
    clearSecrets() {
      fields.value = { ...fields.value, token: '', password: '' };
    },
  };
}

const fieldNames = ['name', 'baseUrl', 'token', 'login', 'password', 'corpId'] as const;

function findIssues({ name, baseUrl, way, token, login, password }: CrmFields, keepsToken: boolean): CrmFieldIssues {
  const found: Record<string, string | undefined> = {
    name: findTextIssue(name, 80),
    baseUrl: refuseEndpoint(baseUrl.trim()),
    ...(way === 'token'
      ? { token: token.trim() === '' && keepsToken ? undefined : findTextIssue(token, 1024) }
      : { login: findTextIssue(login, 200), password: password === '' ? 'required' : findTextIssue(password, 1024) }),
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
