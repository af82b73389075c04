import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import type { PreferencesModel } from '@/components/screens/options/preferences-model';
import type { AppState } from '@/lib/messages/app-state';
import { type ChangeForm, createChangeForm } from './change-form';
import { createVaultGate, type VaultGate } from './vault-gate';

/** What was last done here, to be said. */
export type SecurityEvent = 'changed' | 'forgotten';

export interface SecurityModel {
  vault: ReadonlySignal<AppState['vault']>;
  preferences: PreferencesModel;
  gate: VaultGate;
  lockAction: Action;
  lock(): Promise<boolean>;
  /** The open form for another passphrase or another protection. */
  change: ReadonlySignal<{ kind: 'passphrase' | 'mode'; form: ChangeForm } | undefined>;
  openChange(kind: 'passphrase' | 'mode'): void;
  closeChange(): void;
  submitChange(): Promise<boolean>;
  isForgetting: ReadonlySignal<boolean>;
  /** What is typed to confirm. */
  confirmation: Signal<string>;
  forgetAction: Action;
  askToForget(): void;
  keep(): void;
  /** `word`: what had to be typed. */
  forget(word: string): Promise<boolean>;
  lastEvent: ReadonlySignal<SecurityEvent | undefined>;
}

export function createSecurityModel(app: App, preferences: PreferencesModel): SecurityModel {
  const change = signal<{ kind: 'passphrase' | 'mode'; form: ChangeForm } | undefined>(undefined);
  const isForgetting = signal(false);
  const confirmation = signal('');
  const lastEvent = signal<SecurityEvent | undefined>(undefined);
  const gate = createVaultGate(app);
  const lockAction = createAction();
  const forgetAction = createAction();

  function closeChange(): void {
    change.value?.form.clear();
    change.value = undefined;
  }

  function keep(): void {
    isForgetting.value = false;
    confirmation.value = '';
  }

  return {
    vault: computed(() => app.state.value.vault),
    preferences,
    gate,
    lockAction,
    lock() {
      closeChange();
      return lockAction.run(async () => {
        await app.client.call('vault.lock', {});
        await app.refresh();
      });
    },
    change,
    openChange(kind) {
      lastEvent.value = undefined;
      closeChange();
      const form = createChangeForm(app);
      if (kind === 'mode') form.protection.mode.value = otherMode(app.state.value.vault.mode);
      change.value = { kind, form };
    },
    closeChange,
    async submitChange() {
      if (!(await change.value?.form.submit())) return false;
      closeChange();
      lastEvent.value = 'changed';
      return true;
    },
    isForgetting,
    confirmation,
    forgetAction,
    askToForget() {
      lastEvent.value = undefined;
      forgetAction.forget();
      isForgetting.value = true;
    },
    keep,
    async forget(word) {
      if (confirmation.value.trim() !== word) return false;
      const isForgotten = await forgetAction.run(async () => {
        await app.client.call('vault.reset', {});
        await app.refresh();
      });
      if (isForgotten) {
        keep();
        closeChange();
        gate.cancel();
        lastEvent.value = 'forgotten';
      }
      return isForgotten;
    },
    lastEvent,
  };
}

function otherMode(mode: 'passphrase' | 'device' | undefined): 'passphrase' | 'device' {
  return mode === 'passphrase' ? 'device' : 'passphrase';
}
