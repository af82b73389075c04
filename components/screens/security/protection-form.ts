import { type Signal, signal } from '@preact/signals';
import { leastPassphraseLength } from './passphrase-strength';

export type ProtectionMode = 'passphrase' | 'device';

/** Reasons of the catalogues. */
export interface ProtectionIssues {
  passphrase?: 'passphrase-too-short';
  repeat?: 'passphrases-differ';
}

/** The choice of a protection, and the new passphrase where it has one. */
export interface ProtectionForm {
  mode: Signal<ProtectionMode>;
  passphrase: Signal<string>;
  repeat: Signal<string>;
  issues: Signal<ProtectionIssues>;
  /** Whether it can be handed over; else `issues` says why not. */
  check(): boolean;
  /** Nothing typed stays in memory. */
  clear(): void;
}

export function createProtectionForm(mode: ProtectionMode = 'passphrase'): ProtectionForm {
  const form: ProtectionForm = {
    mode: signal(mode),
    passphrase: signal(''),
    repeat: signal(''),
    issues: signal({}),
    check() {
      form.issues.value = form.mode.value === 'device' ? {} : findIssues(form.passphrase.value, form.repeat.value);
      return Object.keys(form.issues.value).length === 0;
    },
    clear() {
      form.passphrase.value = '';
      form.repeat.value = '';
      form.issues.value = {};
    },
  };
  return form;
}

function findIssues(passphrase: string, repeat: string): ProtectionIssues {
  if ([...passphrase].length < leastPassphraseLength) return { passphrase: 'passphrase-too-short' };
  return passphrase === repeat ? {} : { repeat: 'passphrases-differ' };
}
