import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { isOpen } from '@/components/screens/job/job-phase';
import { createVaultGate, type VaultGate } from '@/components/screens/security/vault-gate';
import type { AppState, ConnectionSummary } from '@/lib/messages/app-state';
import { askForHost } from './ask-for-host';
import { type ConnectionForm, createConnectionForm } from './connection-form-model';
import { type CrmForm, createCrmForm } from './crm-form-model';
import { addressOf } from './endpoints';

export interface ConnectionsModel {
  connections: ReadonlySignal<readonly ConnectionSummary[]>;
  isManaged: ReadonlySignal<boolean>;
  /** The connection that is being added or changed. */
  form: ReadonlySignal<ConnectionForm | undefined>;
  /** Or the one to a REST CRM. */
  crmForm: ReadonlySignal<CrmForm | undefined>;
  gate: VaultGate;
  vaultMode: ReadonlySignal<AppState['vault']['mode']>;
  isDirty: ReadonlySignal<boolean>;
  /** Whether the person is asked if what they typed may go. */
  isLeaving: ReadonlySignal<boolean>;
  /** The connection whose deletion is to be confirmed, with the number of its unfinished jobs. */
  removing: ReadonlySignal<{ connection: ConnectionSummary; openJobs: number } | undefined>;
  removeAction: Action;
  grantAction: Action;
  /** The name of what was last saved, until something else is done. */
  savedName: ReadonlySignal<string | undefined>;
  add(newName: string): void;
  addCrm(newName: string): void;
  edit(connectionId: string): void;
  /** Back to the list; asks first where something would be lost. */
  leave(): void;
  stay(): void;
  /** Back to the list, whatever was typed. */
  close(): void;
  save(): Promise<boolean>;
  grant(connection: ConnectionSummary): Promise<boolean>;
  askToRemove(connectionId: string | undefined): void;
  remove(): Promise<boolean>;
}

export function createConnectionsModel(app: App): ConnectionsModel {
  const form = signal<ConnectionForm | undefined>(undefined);
  const crmForm = signal<CrmForm | undefined>(undefined);
  const isLeaving = signal(false);
  const removingId = signal<string | undefined>(undefined);
  const savedName = signal<string | undefined>(undefined);
  const gate = createVaultGate(app);
  const removeAction = createAction();
  const grantAction = createAction();
  const isDirty = computed(() => (form.value ?? crmForm.value)?.isDirty.value === true);

  function open(id: string, newName: string): void {
    savedName.value = undefined;
    grantAction.forget();
    form.value = createConnectionForm(app, { gate, id, newName });
  }

  function openCrm(id: string, newName: string): void {
    savedName.value = undefined;
    grantAction.forget();
    crmForm.value = createCrmForm(app, { gate, id, newName });
  }

  function close(): void {
    gate.cancel();
    (form.value ?? crmForm.value)?.clearSecrets();
    form.value = undefined;
    crmForm.value = undefined;
    isLeaving.value = false;
  }

  return {
    connections: computed(() => app.state.value.connections),
    isManaged: computed(() => app.state.value.managed),
    form,
    crmForm,
    gate,
    vaultMode: computed(() => app.state.value.vault.mode),
    isDirty,
    isLeaving,
    removing: computed(() => {
      const connection = app.state.value.connections.find(({ id }) => id === removingId.value);
      const itsJobs = app.state.value.jobs.filter((job) => job.connection.id === connection?.id);
      return connection && { connection, openJobs: itsJobs.filter(isOpen).length };
    }),
    removeAction,
    grantAction,
    savedName,
    add: (newName) => open(app.ports.newIntentId(), newName),
    addCrm: (newName) => openCrm(app.ports.newIntentId(), newName),
    edit(connectionId) {
      const { platform } = app.state.value.connections.find(({ id }) => id === connectionId) ?? {};
      if (platform === 'ikcrm') openCrm(connectionId, '');
      else open(connectionId, '');
    },
    leave() {
      if (isDirty.value) isLeaving.value = true;
      else close();
    },
    stay() {
      isLeaving.value = false;
    },
    close,
    async save() {
      const saving = form.value ?? crmForm.value;
      if (!saving || !(await saving.save())) return false;
      savedName.value = saving.fields.value.name.trim();
      close();
      return true;
    },
    async grant(connection) {
      const asked = askForHost(app, addressOf(connection));
      return grantAction.run(async () => {
        if (!(await asked)) return false;
        await app.refresh();
        return true;
      });
    },
    askToRemove(connectionId) {
      removeAction.forget();
      removingId.value = connectionId;
    },
    async remove() {
      const id = removingId.value;
      if (id === undefined) return false;
      const isRemoved = await removeAction.run(async () => {
        await app.client.call('connection.delete', { id });
        await app.refresh();
      });
      if (isRemoved) {
        removingId.value = undefined;
        savedName.value = undefined;
      }
      return isRemoved;
    },
  };
}
