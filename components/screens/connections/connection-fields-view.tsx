import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { whenReleased } from '@/components/ui/when-released';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import type { ConnectionForm } from './connection-form-model';
import { endpointChoices, officialEndpoints } from './endpoints';
import { fieldSentence } from './field-sentence';

const signMethods = ['hmac-sha256', 'hmac', 'md5'] as const;

/** Everything but the secrets; an administrator may have settled it. */
export function ConnectionFields({ form, isManaged }: { form: ConnectionForm; isManaged: boolean }) {
  const { connections: words } = settingsMessages.value;
  const fields = form.fields.value;
  const issues = form.issues.value;
  return (
    <>
      <Field id="connection-name" label={words.name} hint={words.nameHint} error={fieldSentence(issues.name)} required>
        {(control) => (
          <TextInput
            {...control}
            value={fields.name}
            maxLength={80}
            disabled={isManaged}
            onValue={(value) => form.set('name', value)}
          />
        )}
      </Field>
      <EndpointFields form={form} isManaged={isManaged} />
      <Field
        id="connection-app-key"
        label={words.appKey}
        hint={issues.appKey ? undefined : words.appKeyHint}
        error={fieldSentence(issues.appKey)}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            code
            inputMode="numeric"
            value={fields.appKey}
            maxLength={64}
            disabled={isManaged}
            onValue={(value) => form.set('appKey', value)}
            onBlur={() => whenReleased(() => form.leave('appKey'))}
          />
        )}
      </Field>
      <Field id="connection-sign-method" label={words.signMethod}>
        {(control) => (
          <Select
            {...control}
            value={fields.signMethod}
            choices={signMethods.map((value) => ({ value, label: words.signMethods[value] }))}
            disabled={isManaged}
            onValue={(value) => form.set('signMethod', value)}
          />
        )}
      </Field>
    </>
  );
}

function EndpointFields({ form, isManaged }: { form: ConnectionForm; isManaged: boolean }) {
  const { connections: words } = settingsMessages.value;
  const { endpointChoice, ownEndpoint } = form.fields.value;
  const choices = endpointChoices.map((value) => ({ value, label: words.endpoints[value] }));
  return (
    <>
      <Field
        id="connection-endpoint"
        label={words.endpoint}
        hint={endpointChoice === 'custom' ? undefined : officialEndpoints[endpointChoice]}
      >
        {(control) => (
          <Select
            {...control}
            value={endpointChoice}
            choices={choices}
            disabled={isManaged}
            onValue={(value) => form.set('endpointChoice', value)}
          />
        )}
      </Field>
      {endpointChoice === 'custom' && (
        <Field
          id="connection-own-endpoint"
          label={words.ownEndpoint}
          hint={form.issues.value.ownEndpoint ? undefined : words.ownEndpointHint}
          error={fieldSentence(form.issues.value.ownEndpoint)}
          required
        >
          {(control) => (
            <TextInput
              {...control}
              code
              type="url"
              value={ownEndpoint}
              maxLength={500}
              disabled={isManaged}
              onValue={(value) => form.set('ownEndpoint', value)}
              onBlur={() => whenReleased(() => form.leave('ownEndpoint'))}
            />
          )}
        </Field>
      )}
    </>
  );
}
