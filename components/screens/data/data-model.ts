import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { createVerifyModel, type VerifyModel } from '@/components/screens/journal/verify-model';
import { sealCall } from '@/components/screens/options/seal-call';
import { createVaultGate, type VaultGate } from '@/components/screens/security/vault-gate';
import { AppError } from '@/lib/errors/app-error';
import type { AppState } from '@/lib/messages/app-state';

/** A file as the page was given it. Its text is read when it is imported, and not kept: it may hold secrets. */
export type ChosenFile = Pick<File, 'name' | 'size' | 'text'>;

/** A settings file is a few kilobytes; what is far larger is another file. */
const largestFileBytes = 1024 * 1024;

export interface DataModel {
  isManaged: ReadonlySignal<boolean>;
  file: ReadonlySignal<ChosenFile | undefined>;
  gate: VaultGate;
  vaultMode: ReadonlySignal<AppState['vault']['mode']>;
  importAction: Action;
  /** What came in with the last import. */
  imported: ReadonlySignal<{ connections: number; secrets: number } | undefined>;
  choose(file: ChosenFile): void;
  /** Puts the chosen file aside. */
  dismiss(): void;
  /** `mayLoosen` is what somebody agrees to who was told that the file loosens the policy. */
  importFile(mayLoosen?: boolean): Promise<boolean>;
  exportAction: Action;
  exportFile(): Promise<boolean>;
  journal: VerifyModel;
}

export function createDataModel(app: App): DataModel {
  const file = signal<ChosenFile | undefined>(undefined);
  const imported = signal<{ connections: number; secrets: number } | undefined>(undefined);
  const gate = createVaultGate(app);
  const importAction = createAction();
  const exportAction = createAction();

  async function sendFile(chosen: ChosenFile, mayLoosen?: boolean): Promise<{ connections: number; secrets: number }> {
    if (chosen.size > largestFileBytes) throw new AppError('invalid-input', { reason: 'file-too-large' });
    const text = await readText(chosen);
    const agreed = mayLoosen ? { mayLoosen } : {};
    return sealCall(app, async (seal) => app.client.call('settings.import', { file: await seal(text), ...agreed }));
  }

  return {
    isManaged: computed(() => app.state.value.managed),
    file,
    gate,
    vaultMode: computed(() => app.state.value.vault.mode),
    importAction,
    imported,
    choose(chosen) {
      gate.cancel();
      importAction.forget();
      imported.value = undefined;
      file.value = chosen;
    },
    dismiss() {
      gate.cancel();
      importAction.forget();
      file.value = undefined;
    },
    importFile(mayLoosen) {
      return importAction.run(async () => {
        const chosen = file.value;
        if (!chosen) return false;
        const result = await gate.behind(false, () => sendFile(chosen, mayLoosen));
        if (result === false) return false;
        imported.value = result;
        file.value = undefined;
        await app.refresh();
        return true;
      });
    },
    exportAction,
    exportFile() {
      return exportAction.run(async () => {
        const { file: text } = await app.client.call('settings.export', {});
        app.ports.saveFile('crm-sidekick-settings.json', text);
      });
    },
    journal: createVerifyModel(app),
  };
}

// The file may have been moved or changed since it was chosen.
async function readText(chosen: ChosenFile): Promise<string> {
  try {
    return await chosen.text();
  } catch (cause) {
    throw new AppError('not-found', { reason: 'file-unreadable' }, cause);
  }
}
