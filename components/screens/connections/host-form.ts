import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { type Seal, sealCall } from '@/components/screens/options/seal-call';
import type { VaultGate } from '@/components/screens/security/vault-gate';
import { AppError, toErrorData } from '@/lib/errors/app-error';
import { askForHost } from './ask-for-host';

export type FieldIssues<Fields> = Partial<Record<keyof Fields, string>>;

/** The form of something behind a host: the browser is asked for the host, and secrets go sealed. */
export interface HostForm<Fields, Check> {
  fields: ReadonlySignal<Fields>;
  issues: ReadonlySignal<FieldIssues<Fields>>;
  isDirty: ReadonlySignal<boolean>;
  /** Of the last test, as long as nothing has been changed since. */
  checks: ReadonlySignal<readonly Check[] | undefined>;
  testAction: Action;
  saveAction: Action;
  set<Name extends keyof Fields>(name: Name, value: Fields[Name]): void;
  /** Without forgetting what was found or done: for secrets that are to be forgotten. */
  fill(values: Partial<Fields>): void;
  /** Shows at a field what was found wrong with it. */
  mark(issues: FieldIssues<Fields>): void;
  /** Checks everything first; a permission that is refused ends it. */
  test(): Promise<boolean>;
  save(): Promise<boolean>;
}

export interface HostFormParts<Fields, Check> {
  gate: VaultGate;
  initial: Fields;
  findIssues(): FieldIssues<Fields>;
  address(fields: Fields): string;
  /** The field that the worker's error speaks of. */
  fieldAt(path: string | undefined): keyof Fields | undefined;
  /** Whether a secret is being stored, for which the vault must be open. */
  storesSecret(fields: Fields): boolean;
  /** Whether saving itself talks to the host. */
  needsHost(fields: Fields): boolean;
  sendTest(seal: Seal): Promise<{ checks: readonly Check[] }>;
  send(seal: Seal): Promise<unknown>;
}

export function createHostForm<Fields extends object, Check>(
  app: App,
  { gate, initial, ...parts }: HostFormParts<Fields, Check>,
): HostForm<Fields, Check> {
  const fields = signal(initial);
  const issues = signal<FieldIssues<Fields>>({});
  const checks = signal<readonly Check[] | undefined>(undefined);
  const testAction = createAction();
  const saveAction = createAction();
  const isBusy = () => testAction.isBusy.value || saveAction.isBusy.value;
  const requestHost = () => askForHost(app, parts.address(fields.value));

  function check(): boolean {
    issues.value = parts.findIssues();
    return Object.keys(issues.value).length === 0;
  }

  function mark(found: FieldIssues<Fields>): void {
    issues.value = { ...issues.value, ...found };
  }

  /** What the worker finds wrong with a field stands at the field. */
  async function atFields<T>(work: () => Promise<T>): Promise<T | false> {
    try {
      return await work();
    } catch (thrown) {
      const { code, detail } = toErrorData(thrown);
      const name = code === 'invalid-input' ? parts.fieldAt(detail.path) : undefined;
      if (name === undefined || !detail.reason) throw thrown;
      mark({ [name]: detail.reason } as FieldIssues<Fields>);
      return false;
    }
  }

  const sendSealed = <T>(needsVault: boolean, send: (seal: Seal) => Promise<T>) =>
    atFields(() => gate.behind(needsVault, () => sealCall(app, send)));

  return {
    fields,
    issues,
    isDirty: computed(() => JSON.stringify(fields.value) !== JSON.stringify(initial)),
    checks,
    testAction,
    saveAction,
    mark,
    fill(values) {
      fields.value = { ...fields.value, ...values };
    },
    set(name, value) {
      batch(() => {
        fields.value = { ...fields.value, [name]: value };
        const { [name]: _gone, ...others } = issues.value;
        issues.value = others as FieldIssues<Fields>;
        checks.value = undefined;
        testAction.forget();
        saveAction.forget();
      });
    },
    async test() {
      if (isBusy() || !check()) return false;
      // Nothing may come between the click and this: the browser only asks in answer to one.
      const asked = requestHost();
      checks.value = undefined;
      return testAction.run(async () => {
        if (!(await asked)) throw new AppError('not-allowed', { reason: 'host-permission-refused' });
        const tested = await sendSealed(false, parts.sendTest);
        if (tested === false) return false;
        checks.value = tested.checks;
        // The permission may be new.
        await app.refresh();
        return true;
      });
    },
    async save() {
      if (isBusy() || !check()) return false;
      const asked = requestHost();
      const [storesSecret, needsHost] = [parts.storesSecret(fields.value), parts.needsHost(fields.value)];
      return saveAction.run(async () => {
        // Refused, it is saved all the same: what was typed is not lost, and the list says what is missing.
        if (!(await asked) && needsHost) throw new AppError('not-allowed', { reason: 'host-permission-refused' });
        const saved = await sendSealed(storesSecret, parts.send);
        if (saved === false) return false;
        await app.refresh();
        return true;
      });
    },
  };
}
