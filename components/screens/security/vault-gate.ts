import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { sealCall } from '@/components/screens/options/seal-call';
import { toErrorData } from '@/lib/errors/app-error';
import { createProtectionForm, type ProtectionForm } from './protection-form';

export type PassphraseIssue = 'required' | 'wrong-passphrase';

/** Stands before what needs an open vault: has a person choose a protection or unlock, then goes on with it. */
export interface VaultGate {
  /** What the person is asked for now. */
  need: ReadonlySignal<'create' | 'unlock' | undefined>;
  protection: ProtectionForm;
  /** The passphrase to unlock with. */
  passphrase: Signal<string>;
  passphraseIssue: ReadonlySignal<PassphraseIssue | undefined>;
  action: Action;
  /** Asks even where nothing waits behind. True when the vault is open. */
  pass(): Promise<boolean>;
  /**
   * Does the work, after the gate where `needsVault` says or the worker turns out to be locked. Answers `false` when
   * the person went back.
   */
  behind<T>(needsVault: boolean, work: () => Promise<T>): Promise<T | false>;
  submit(): Promise<boolean>;
  cancel(): void;
}

export function createVaultGate(app: App): VaultGate {
  const need = signal<'create' | 'unlock' | undefined>(undefined);
  const passphrase = signal('');
  const passphraseIssue = signal<PassphraseIssue | undefined>(undefined);
  const protection = createProtectionForm();
  const action = createAction();
  let settle: ((passed: boolean) => void) | undefined;

  // Unlocked in another window: nobody is asked twice.
  effect(() => {
    if (need.value === 'unlock' && app.state.value.vault.state === 'unlocked') close(true);
  });

  function close(passed: boolean): void {
    need.value = undefined;
    passphrase.value = '';
    passphraseIssue.value = undefined;
    protection.clear();
    action.forget();
    settle?.(passed);
    settle = undefined;
  }

  async function ask(): Promise<boolean> {
    // The page may not have been told yet that it locked itself.
    await app.refresh();
    if (app.state.value.vault.state === 'unlocked') return true;
    settle?.(false);
    return new Promise((resolve) => {
      settle = resolve;
      need.value = app.state.value.vault.state === 'absent' ? 'create' : 'unlock';
    });
  }

  function check(): boolean {
    if (need.value === 'create') return protection.check();
    const isMissing = app.state.value.vault.mode !== 'device' && passphrase.value === '';
    passphraseIssue.value = isMissing ? 'required' : undefined;
    return !isMissing;
  }

  async function unlock(): Promise<void> {
    try {
      if (app.state.value.vault.mode === 'device') await app.client.call('vault.unlock', {});
      else {
        const typed = passphrase.value;
        await sealCall(app, async (seal) => app.client.call('vault.unlock', { passphrase: await seal(typed) }));
      }
    } catch (thrown) {
      if (toErrorData(thrown).detail.reason === 'wrong-passphrase') passphraseIssue.value = 'wrong-passphrase';
      throw thrown;
    }
  }

  async function create(): Promise<void> {
    const mode = protection.mode.value;
    if (mode === 'device') await app.client.call('vault.create', { mode });
    else {
      const chosen = protection.passphrase.value;
      await sealCall(app, async (seal) => app.client.call('vault.create', { mode, passphrase: await seal(chosen) }));
    }
  }

  return {
    need,
    protection,
    passphrase,
    passphraseIssue,
    action,
    async pass() {
      return app.state.value.vault.state === 'unlocked' || ask();
    },
    async behind(needsVault, work) {
      if (needsVault && app.state.value.vault.state !== 'unlocked' && !(await ask())) return false;
      try {
        return await work();
      } catch (thrown) {
        if (toErrorData(thrown).code !== 'locked') throw thrown;
      }
      return (await ask()) ? work() : false;
    },
    async submit() {
      if (!check()) return false;
      const passed = await action.run(need.value === 'create' ? create : unlock);
      if (passed) {
        await app.refresh();
        close(true);
      }
      return passed;
    },
    cancel: () => close(false),
  };
}
