import { Field } from '@/components/ui/field';
import { RadioList } from '@/components/ui/radio-list';
import { TextInput } from '@/components/ui/text-input';
import { describeCrmError, editMessages } from '@/lib/i18n/edit-messages';
import { messages } from '@/lib/i18n/messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import type { CrmForm } from './crm-form-model';

const ways = ['token', 'sign-in'] as const;

/** Address and name, and one of two ways to a token. */
export function CrmFields({ form, isManaged }: { form: CrmForm; isManaged: boolean }) {
  const { connections: settings } = settingsMessages.value;
  const { connections: words } = editMessages.value;
  const { way } = form.fields.value;
  return (
    <>
      <Text form={form} name="name" label={settings.name} maxLength={80} disabled={isManaged} />
      <Text form={form} name="baseUrl" label={words.baseUrl} hint={words.baseUrlHint} disabled={isManaged} code />
      <RadioList
        id="crm-way"
        label={words.how}
        value={way}
        choices={ways.map((value) => ({ value, label: words.ways[value], note: words.wayNotes[value] }))}
        onValue={(value) => form.set('way', value)}
      />
      {way === 'token' ? (
        <Text
          form={form}
          name="token"
          label={words.token}
          hint={form.keepsToken.value ? settings.secretKept : words.tokenHint}
          isSecret
          isOptional={form.keepsToken.value}
        />
      ) : (
        <>
          <Text form={form} name="login" label={words.login} maxLength={200} />
          <Text form={form} name="password" label={words.password} isSecret />
          <Text form={form} name="corpId" label={words.corpId} hint={words.corpIdHint} isOptional />
        </>
      )}
    </>
  );
}

interface TextProps {
  form: CrmForm;
  name: 'name' | 'baseUrl' | 'token' | 'login' | 'password' | 'corpId';
  label: string;
  hint?: string;
  maxLength?: number;
  disabled?: boolean;
  code?: boolean;
  isSecret?: boolean;
  isOptional?: boolean;
}

function Text({ form, name, label, hint, maxLength = 1024, disabled, code, isSecret, isOptional }: TextProps) {
  return (
    <Field
      id={`crm-${name}`}
      label={label}
      hint={hint}
      required={!isOptional}
      mark={isOptional && name === 'corpId' ? messages.value.words.optional : undefined}
      error={sentence(form.issues.value[name])}
    >
      {(control) => (
        <TextInput
          {...control}
          code={code === true || isSecret === true}
          type={isSecret ? 'password' : 'text'}
          value={form.fields.value[name]}
          maxLength={maxLength}
          disabled={disabled}
          onValue={(value) => form.set(name, value)}
        />
      )}
    </Field>
  );
}

function sentence(issue: string | undefined): string | undefined {
  if (issue === undefined) return undefined;
  const issues: Readonly<Record<string, string>> = settingsMessages.value.connections.issues;
  if (Object.hasOwn(issues, issue)) return issues[issue];
  return describeCrmError({ code: 'invalid-input', detail: { reason: issue } }).title;
}
