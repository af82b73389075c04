import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { messages } from '@/lib/i18n/messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import type { ConnectionForm } from './connection-form-model';
import { fieldSentence } from './field-sentence';

/** App secret and session: typed, never shown, and empty where what is stored stays. */
export function SecretFields({ form }: { form: ConnectionForm }) {
  const { connections: words } = settingsMessages.value;
  const { appSecret, session } = form.fields.value;
  const keeps = form.keeps.value;
  return (
    <>
      <Field
        id="connection-app-secret"
        label={words.appSecret}
        hint={keeps.secret ? words.secretKept : undefined}
        error={fieldSentence(form.issues.value.appSecret)}
        required={!keeps.secret}
      >
        {(control) => (
          <TextInput
            {...control}
            code
            type="password"
            value={appSecret}
            maxLength={1024}
            onValue={(value) => form.set('appSecret', value)}
          />
        )}
      </Field>
      <Field
        id="connection-session"
        label={words.session}
        mark={messages.value.words.optional}
        hint={keeps.session ? words.secretKept : words.sessionHint}
        error={fieldSentence(form.issues.value.session)}
      >
        {(control) => (
          <TextInput
            {...control}
            code
            type="password"
            value={session}
            maxLength={1024}
            onValue={(value) => form.set('session', value)}
          />
        )}
      </Field>
      {form.stored.value?.hasSession && (
        <Checkbox
          id="connection-drops-session"
          label={words.dropSession}
          checked={form.fields.value.dropsSession}
          onChecked={(isChecked) => form.set('dropsSession', isChecked)}
        />
      )}
    </>
  );
}
