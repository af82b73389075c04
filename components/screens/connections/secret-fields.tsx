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
  const hasSecret = form.stored.value?.hasSecret === true;
  const hasSession = form.stored.value?.hasSession === true;
  return (
    <>
      <Field
        id="connection-app-secret"
        label={words.appSecret}
        hint={hasSecret ? words.secretKept : undefined}
        error={fieldSentence(form.issues.value.appSecret)}
        required={!hasSecret}
      >
        {(control) => (
          <TextInput
            {...control}
            code
            type="password"
            value={appSecret}
            maxLength={256}
            onValue={(value) => form.set('appSecret', value)}
          />
        )}
      </Field>
      <Field
        id="connection-session"
        label={words.session}
        mark={messages.value.words.optional}
        hint={hasSession ? words.secretKept : words.sessionHint}
        error={fieldSentence(form.issues.value.session)}
      >
        {(control) => (
          <TextInput
            {...control}
            code
            type="password"
            value={session}
            maxLength={512}
            onValue={(value) => form.set('session', value)}
          />
        )}
      </Field>
    </>
  );
}
