import { Field } from '@/components/ui/field';
import { RadioList } from '@/components/ui/radio-list';
import { Stack } from '@/components/ui/stack';
import { Tag } from '@/components/ui/tag';
import { TextInput } from '@/components/ui/text-input';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import { passphraseStrength } from './passphrase-strength';
import type { ProtectionForm } from './protection-form';

/** Which protection, and the new passphrase twice where it is one. */
export function ProtectionFields({ form, hasChoice }: { form: ProtectionForm; hasChoice: boolean }) {
  return (
    <Stack>
      {hasChoice && <ModeChoice form={form} />}
      {form.mode.value === 'passphrase' && <NewPassphrase form={form} />}
    </Stack>
  );
}

function ModeChoice({ form }: { form: ProtectionForm }) {
  const { security } = settingsMessages.value;
  return (
    <RadioList
      id="protection-mode"
      label={security.mode}
      value={form.mode.value}
      onValue={(mode) => {
        form.mode.value = mode;
      }}
      choices={[
        {
          value: 'passphrase',
          label: security.passphraseMode,
          note: security.passphraseModeNote,
          mark: <Tag tone="ok">{security.recommended}</Tag>,
        },
        {
          value: 'device',
          label: security.deviceMode,
          note: security.deviceModeNote,
          mark: <Tag tone="warn">{security.weaker}</Tag>,
        },
      ]}
    />
  );
}

function NewPassphrase({ form }: { form: ProtectionForm }) {
  const { security } = settingsMessages.value;
  const { errorReasons } = screenMessages.value;
  const { passphrase, repeat } = form.issues.value;
  const typed = form.passphrase.value;
  const strength = security.strengthLabel(security.strength[passphraseStrength(typed)]);
  return (
    <>
      <Field
        id="new-passphrase"
        label={security.newPassphrase}
        required
        hint={typed === '' ? security.passphraseHint : strength}
        error={passphrase && errorReasons[passphrase].title}
      >
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autocomplete="new-password"
            maxLength={256}
            value={typed}
            onValue={(value) => {
              form.passphrase.value = value;
            }}
          />
        )}
      </Field>
      <Field
        id="repeat-passphrase"
        label={security.repeatPassphrase}
        required
        error={repeat && errorReasons[repeat].title}
      >
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autocomplete="new-password"
            maxLength={256}
            value={form.repeat.value}
            onValue={(value) => {
              form.repeat.value = value;
            }}
          />
        )}
      </Field>
    </>
  );
}
