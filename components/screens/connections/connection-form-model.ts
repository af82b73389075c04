import { computed, type ReadonlySignal } from '@preact/signals';
import type { App } from '@/components/app/app';
import type { Seal } from '@/components/screens/options/seal-call';
import type { VaultGate } from '@/components/screens/security/vault-gate';
import type { TopConnectionSummary } from '@/lib/messages/app-state';
import { topConnections } from '@/lib/messages/connections-of';
import type { ConnectionCheck } from '@/lib/messages/extension-contract';
import {
  type ConnectionFields,
  endpointOf,
  type FieldName,
  fieldAt,
  fieldsOf,
  findFieldIssues,
  inputOf,
  isSamePlace,
} from './connection-fields';
import { createHostForm, type HostForm } from './host-form';

/** One connection being added or changed. */
export interface ConnectionForm extends HostForm<ConnectionFields, ConnectionCheck> {
  /** The stored one; absent while a new one is made. */
  stored: ReadonlySignal<TopConnectionSummary | undefined>;
  /**
   * Which stored secrets stay if nothing is typed. None do once the address or the app is another: they were not given
   * for that, and a changed address must not be enough to have a session sent there.
   */
  keeps: ReadonlySignal<{ secret: boolean; session: boolean }>;
  /** Checks one field that was left, unless it is still empty. */
  leave(name: FieldName): void;
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

  const form: HostForm<ConnectionFields, ConnectionCheck> = createHostForm<ConnectionFields, ConnectionCheck>(app, {
    gate,
    initial: fieldsOf(stored.value, newName),
    findIssues: () => findFieldIssues(form.fields.value, keeps.value.secret),
    address: endpointOf,
    fieldAt,
    storesSecret: ({ appSecret, session }) => appSecret.trim() !== '' || session.trim() !== '',
    needsHost: () => false,
    sendTest: async (seal) => app.client.call('connection.test', await sealedInput(seal)),
    send: async (seal) => app.client.call('connection.save', await sealedInput(seal)),
  });

  const keeps = computed(() => {
    const fields = form.fields.value;
    const isSame = stored.value !== undefined && isSamePlace(stored.value, fields);
    return {
      secret: isSame && stored.value?.hasSecret === true,
      session: isSame && stored.value?.hasSession === true && !fields.dropsSession,
    };
  });

  async function sealedInput(seal: Seal) {
    const { appSecret, session } = form.fields.value;
    const goes = stored.value?.hasSession === true && !keeps.value.session;
    return {
      connection: inputOf(id, form.fields.value, stored.value),
      secrets: {
        ...(appSecret.trim() && { appSecret: await seal(appSecret.trim()) }),
        // An empty one removes what is stored.
        ...((session.trim() || goes) && { session: await seal(session.trim()) }),
      },
    };
  }

  return {
    ...form,
    stored,
    keeps,
    leave(name) {
      if (String(form.fields.value[name]).trim() === '') return;
      const issue = findFieldIssues(form.fields.value, true)[name];
      if (issue) form.mark({ [name]: issue });
    },
    clearSecrets() {
      form.fill({ appSecret: '', session: '' });
    },
  };
}
