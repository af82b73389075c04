import type { ReadonlySignal } from '@preact/signals';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Stack } from '@/components/ui/stack';
import { TextInput } from '@/components/ui/text-input';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import type { ConnectionSummary } from '@/lib/messages/app-state';
import { fieldSentence } from './field-sentence';
import type { PaceTexts } from './pace-form';

export interface PaceFieldsProps {
  platform: ConnectionSummary['platform'];
  form: {
    fields: ReadonlySignal<PaceTexts>;
    issues: ReadonlySignal<Partial<Record<keyof PaceTexts, string>>>;
    set(name: keyof PaceTexts, value: string): void;
  };
  isManaged: boolean;
}

/** Folded away: the defaults suit nearly everyone. It opens by itself on what is wrong in it. */
export function PaceFields({ platform, form, isManaged }: PaceFieldsProps) {
  const { pace: words } = settingsMessages.value.connections;
  const { calls, concurrency } = form.issues.value;
  const field = (name: keyof PaceTexts, label: string, hint: string) => (
    <Field id={`connection-${name}`} label={label} hint={hint} error={fieldSentence(form.issues.value[name])} required>
      {(control) => (
        <TextInput
          {...control}
          code
          inputMode="numeric"
          value={form.fields.value[name]}
          maxLength={8}
          disabled={isManaged}
          onValue={(value) => form.set(name, value)}
        />
      )}
    </Field>
  );
  return (
    <Disclosure summary={words.title} open={calls !== undefined || concurrency !== undefined}>
      <Stack along="pair">
        {field('calls', words.calls[platform], words.callsHint[platform])}
        {/* Edits of records go one after another, whatever is set. */}
        {platform === 'top' && field('concurrency', words.concurrency, words.concurrencyHint)}
      </Stack>
    </Disclosure>
  );
}
