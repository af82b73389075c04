import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { sealCall } from '@/components/screens/options/seal-call';
import { toErrorData } from '@/lib/errors/app-error';
import { createProtectionForm, type ProtectionForm } from './protection-form';
import type { PassphraseIssue } from './vault-gate';

/** Another passphrase, or another way to protect the secrets. */
export interface ChangeForm {
  protection: ProtectionForm;
  current: Signal<string>;
  currentIssue: ReadonlySignal<PassphraseIssue | undefined>;
  action: Action;
  submit(): Promise<boolean>;
  clear(): void;
}

export function createChangeForm(app: App): ChangeForm {
  const protection = createProtectionForm(app.state.value.vault.mode);
  const current = signal('');
  const currentIssue = signal<PassphraseIssue | undefined>(undefined);
  const action = createAction();

  async function change(): Promise<void> {
    const mode = protection.mode.value;
    const needsCurrent = app.state.value.vault.mode === 'passphrase';
    const [typed, chosen] = [current.value, protection.passphrase.value];
    try {
      await sealCall(app, async (seal) =>
        app.client.call('vault.change', {
          mode,
          ...(needsCurrent && { current: await seal(typed) }),
          ...(mode === 'passphrase' && { passphrase: await seal(chosen) }),
        }),
      );
    } catch (thrown) {
      if (toErrorData(thrown).detail.reason === 'wrong-passphrase') currentIssue.value = 'wrong-passphrase';
      throw thrown;
    }
    await app.refresh();
  }

  function clear(): void {
    protection.clear();
    current.value = '';
    currentIssue.value = undefined;
  }

  return {
    protection,
    current,
    currentIssue,
    action,
    clear,
    async submit() {
      const isCurrentMissing = app.state.value.vault.mode === 'passphrase' && current.value === '';
      currentIssue.value = isCurrentMissing ? 'required' : undefined;
      if (!protection.check() || isCurrentMissing) return false;
      const isChanged = await action.run(change);
      if (isChanged) clear();
      return isChanged;
    },
  };
}
