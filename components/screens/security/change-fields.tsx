import { ActionNotice } from '@/components/screens/options/action-notice';
import { focusFirstField, focusFirstInvalid } from '@/components/screens/options/focus';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Stack } from '@/components/ui/stack';
import { TextInput } from '@/components/ui/text-input';
import { messages } from '@/lib/i18n/messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import type { ChangeForm } from './change-form';
import { ProtectionFields } from './protection-fields';
import type { SecurityModel } from './security-model';
import { passphraseSentence } from './vault-gate-fields';

export interface ChangeFieldsProps {
  model: SecurityModel;
  change: { kind: 'passphrase' | 'mode'; form: ChangeForm };
}

/** Another passphrase, or the other way to protect the secrets. */
export function ChangeFields({ model, change: { kind, form } }: ChangeFieldsProps) {
  const { security } = settingsMessages.value;
  const { words } = messages.value;
  const isToDevice = form.protection.mode.value === 'device';
  const other = isToDevice ? security.toDevice : security.toPassphrase;
  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!(await model.submitChange())) focusFirstInvalid();
  }
  return (
    <form noValidate ref={focusFirstField} onSubmit={(event) => void submit(event)}>
      <Stack>
        {isToDevice && <Notice tone="warn" title={security.deviceModeNote} />}
        {model.vault.value.mode === 'passphrase' && <CurrentPassphrase form={form} />}
        <ProtectionFields form={form.protection} hasChoice={false} />
        <ActionNotice action={form.action} isToldElsewhere={() => form.currentIssue.value !== undefined} />
        <Stack along="row">
          <Button kind="primary" type="submit" busy={form.action.isBusy.value}>
            {kind === 'mode' ? other : security.change}
          </Button>
          <Button kind="ghost" onClick={() => model.closeChange()}>
            {words.cancel}
          </Button>
        </Stack>
      </Stack>
    </form>
  );
}

function CurrentPassphrase({ form }: { form: ChangeForm }) {
  const { security } = settingsMessages.value;
  const issue = form.currentIssue.value;
  return (
    <Field
      id="current-passphrase"
      label={security.currentPassphrase}
      required
      error={issue && passphraseSentence(issue)}
    >
      {(control) => (
        <TextInput
          {...control}
          type="password"
          autocomplete="current-password"
          maxLength={256}
          value={form.current.value}
          onValue={(value) => {
            form.current.value = value;
          }}
        />
      )}
    </Field>
  );
}
