import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { type Seal, sealCall } from '@/components/screens/options/seal-call';
import type { VaultGate } from '@/components/screens/security/vault-gate';
import { originPattern } from '@/lib/connections/endpoint';
import { AppError, toErrorData } from '@/lib/errors/app-error';
import type { TopConnectionSummary } from '@/lib/messages/app-state';
import { topConnections } from '@/lib/messages/connections-of';
import type { ConnectionCheck } from '@/lib/messages/extension-contract';
import {
  type ConnectionFields,
  endpointOf,
  type FieldIssues,
  type FieldName,
  fieldAt,
  fieldsOf,
  findFieldIssues,
  inputOf,
  isSamePlace,
} from './connection-fields';

/** One connection being added or changed. */
export interface ConnectionForm {
  /** The stored one; absent while a new one is made. */
  stored: ReadonlySignal<TopConnectionSummary | undefined>;
  fields: ReadonlySignal<ConnectionFields>;
  issues: ReadonlySignal<FieldIssues>;
  /**
   * Which stored secrets stay if nothing is typed. None do once the address or the app is another: they were not given
   * for that, and a changed address must not be enough to have a session sent there.
   */
  keeps: ReadonlySignal<{ secret: boolean; session: boolean }>;
  isDirty: ReadonlySignal<boolean>;
  /** Of the last test, as long as nothing has been changed since. */
  checks: ReadonlySignal<readonly ConnectionCheck[] | undefined>;
  testAction: Action;
  saveAction: Action;
  set<Name extends FieldName>(name: Name, value: ConnectionFields[Name]): void;
  /** Checks one field that was left, unless it is still empty. */
  leave(name: FieldName): void;
  test(): Promise<boolean>;
  save(): Promise<boolean>;
  /** Forgets the secrets that were typed. */
  clearSecrets(): void;
}

export interface ConnectionFormOptions {
  gate: VaultGate;
  id: string;
  newName: string;
}

export function createConnectionForm(app: App, { gate, id, newName }: ConnectionFormOptions): ConnectionForm {
  const stored = computed(() => topConnections(app.state.value.connections).find((connection) => connection.id === id));
  const initial = fieldsOf(stored.value, newName);
  const fields = signal(initial);
  const issues = signal<FieldIssues>({});
  const checks = signal<readonly ConnectionCheck[] | undefined>(undefined);
  const testAction = createAction();
  const saveAction = createAction();

  const keeps = computed(() => {
    const isSame = stored.value !== undefined && isSamePlace(stored.value, fields.value);
    return {
      secret: isSame && stored.value?.hasSecret === true,
      session: isSame && stored.value?.hasSession === true && !fields.value.dropsSession,
    };
  });

  function check(): boolean {
    issues.value = findFieldIssues(fields.value, keeps.value.secret);
    return Object.keys(issues.value).length === 0;
  }

  async function sealedInput(seal: Seal) {
    const { appSecret, session } = fields.value;
    const goes = stored.value?.hasSession === true && !keeps.value.session;
    return {
      connection: inputOf(id, fields.value),
      secrets: {
        ...(appSecret.trim() && { appSecret: await seal(appSecret.trim()) }),
        // An empty one removes what is stored.
        ...((session.trim() || goes) && { session: await seal(session.trim()) }),
      },
    };
  }

  /** What the worker finds wrong with a field stands at the field. */
  async function atFields<T>(work: () => Promise<T>): Promise<T | false> {
    try {
      return await work();
    } catch (thrown) {
      const { code, detail } = toErrorData(thrown);
      const name = code === 'invalid-input' ? fieldAt(detail.path) : undefined;
      if (!name || !detail.reason) throw thrown;
      issues.value = { ...issues.value, [name]: detail.reason };
      return false;
    }
  }

  function requestHost(): Promise<boolean> {
    return app.ports.requestOrigins([originPattern(endpointOf(fields.value))]);
  }

  const isBusy = () => testAction.isBusy.value || saveAction.isBusy.value;

  return {
    stored,
    fields,
    issues,
    keeps,
    checks,
    testAction,
    saveAction,
    isDirty: computed(() => JSON.stringify(fields.value) !== JSON.stringify(initial)),
    set(name, value) {
      batch(() => {
        fields.value = { ...fields.value, [name]: value };
        const { [name]: _gone, ...others } = issues.value;
        issues.value = others;
        checks.value = undefined;
        testAction.forget();
        saveAction.forget();
      });
    },
    leave(name) {
      if (String(fields.value[name]).trim() === '') return;
      const issue = findFieldIssues(fields.value, true)[name];
      if (issue) issues.value = { ...issues.value, [name]: issue };
    },
    async test() {
      if (isBusy() || !check()) return false;
      // Nothing may come between the click and this: the browser only asks in answer to one.
      const asked = requestHost();
      checks.value = undefined;
      return testAction.run(async () => {
        if (!(await asked)) throw new AppError('not-allowed', { reason: 'host-permission-refused' });
        const tested = await atFields(() =>
          gate.behind(false, () =>
            sealCall(app, async (seal) => app.client.call('connection.test', await sealedInput(seal))),
          ),
        );
        if (!tested) return false;
        checks.value = tested.checks;
        // The permission may be new.
        await app.refresh();
        return true;
      });
    },
    async save() {
      if (isBusy() || !check()) return false;
      const asked = requestHost();
      const hasNewSecret = fields.value.appSecret.trim() !== '' || fields.value.session.trim() !== '';
      return saveAction.run(async () => {
        // Refused, it is saved all the same: what was typed is not lost, and the list says what is missing.
        await asked;
        const saved = await atFields(() =>
          gate.behind(hasNewSecret, () =>
            sealCall(app, async (seal) => app.client.call('connection.save', await sealedInput(seal))),
          ),
        );
        if (saved === false) return false;
        await app.refresh();
        return true;
      });
    },
    clearSecrets() {
      fields.value = { ...fields.value, appSecret: '', session: '' };
    },
  };
}
