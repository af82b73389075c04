import { ActionNotice } from '@/components/screens/options/action-notice';
import { focusFirstField, focusFirstInvalid } from '@/components/screens/options/focus';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import { Stack } from '@/components/ui/stack';
import { TextInput } from '@/components/ui/text-input';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import type { AppState } from '@/lib/messages/app-state';
import { ProtectionFields } from './protection-fields';
import type { PassphraseIssue, VaultGate } from './vault-gate';

const formId = 'vault-gate';

export interface VaultGateFieldsProps {
  gate: VaultGate;
  mode: AppState['vault']['mode'];
}

/** What the gate asks for; nothing while it asks for nothing. Its buttons are `VaultGateActions`. */
export function VaultGateFields({ gate, mode }: VaultGateFieldsProps) {
  const { security } = settingsMessages.value;
  const need = gate.need.value;
  if (!need) return null;
  return (
    <form
      id={formId}
      noValidate
      ref={focusFirstField}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(gate);
      }}
    >
      <Section title={need === 'create' ? security.setUp : security.unlockFirst}>
        <Stack>
          <div>{need === 'create' ? security.setUpNote : security.unlockFirstNote}</div>
          {need === 'create' && <ProtectionFields form={gate.protection} hasChoice />}
          {need === 'unlock' && mode !== 'device' && <Passphrase gate={gate} />}
          <ActionNotice action={gate.action} isToldElsewhere={() => gate.passphraseIssue.value !== undefined} />
        </Stack>
      </Section>
    </form>
  );
}

/** What is wrong with a passphrase that should have opened the vault. */
export function passphraseSentence(issue: PassphraseIssue): string {
  const { errorReasons, fields } = screenMessages.value;
  return issue === 'required' ? fields.issues.required : errorReasons[issue].title;
}

function Passphrase({ gate }: { gate: VaultGate }) {
  const { unlock } = screenMessages.value;
  const issue = gate.passphraseIssue.value;
  return (
    <Field id="gate-passphrase" label={unlock.passphrase} required error={issue && passphraseSentence(issue)}>
      {(control) => (
        <TextInput
          {...control}
          type="password"
          autocomplete="current-password"
          maxLength={256}
          value={gate.passphrase.value}
          onValue={(value) => {
            gate.passphrase.value = value;
          }}
        />
      )}
    </Field>
  );
}

export interface VaultGateActionsProps {
  gate: VaultGate;
  /** Something waits behind the gate and goes on by itself. */
  leadsOn: boolean;
}

/** The gate's buttons, for the place where the screen's own stand. */
export function VaultGateActions({ gate, leadsOn }: VaultGateActionsProps) {
  const { security } = settingsMessages.value;
  const { words } = messages.value;
  const { unlock } = screenMessages.value;
  const labels = leadsOn
    ? { create: security.continueAfter, unlock: security.unlockAndContinue }
    : { create: words.save, unlock: unlock.submit };
  return (
    <>
      <Button kind="ghost" onClick={() => gate.cancel()}>
        {words.cancel}
      </Button>
      <Button kind="primary" type="submit" form={formId} busy={gate.action.isBusy.value}>
        {gate.need.value && labels[gate.need.value]}
      </Button>
    </>
  );
}

async function submit(gate: VaultGate): Promise<void> {
  if (!(await gate.submit())) focusFirstInvalid();
}
