import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { useOnce } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Stack } from '@/components/ui/stack';
import { TextInput } from '@/components/ui/text-input';
import { imMessages } from '@/lib/i18n/im-messages';
import { messages } from '@/lib/i18n/messages';
import styles from './im-settings.module.css';
import { createUpdateSettingsModel, minuteLimits, type UpdateSettingsModel } from './update-settings-model';

/** How long an answer counts as fresh, and how often is looked for changes. */
export function UpdateSettings({ app }: { app: App }) {
  const model = useOnce(() => createUpdateSettingsModel(app));
  const words = imMessages.value;
  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    await model.save();
    const [first] = model.wrong.value;
    if (first) document.getElementById(first)?.focus();
  }
  return (
    <Disclosure summary={words.settings}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          <Stack along="pair">
            <Minutes model={model} name="imCacheMinutes" label={words.cacheMinutes} hint={words.cacheMinutesHint} />
            <Minutes model={model} name="imCheckMinutes" label={words.checkMinutes} hint={words.checkMinutesHint} />
          </Stack>
          <div class={styles.note}>{words.notifyHint}</div>
          <Stack along="row">
            <Button type="submit" busy={model.saving.isBusy.value}>
              {messages.value.words.save}
            </Button>
            <span role="status">{model.isSaved.value ? words.settingsSaved : ''}</span>
          </Stack>
          {model.isNotifyRefused.value && <Notice tone="warn" title={words.notifyRefused} role="status" />}
          {model.saving.error.value && <ErrorNotice error={model.saving.error.value} />}
        </Stack>
      </form>
    </Disclosure>
  );
}

function Minutes({
  model,
  name,
  label,
  hint,
}: {
  model: UpdateSettingsModel;
  name: keyof typeof minuteLimits;
  label: string;
  hint: string;
}) {
  const error = model.wrong.value.includes(name) ? imMessages.value.minutesWrong(...minuteLimits[name]) : undefined;
  return (
    <Field id={name} label={label} hint={hint} error={error}>
      {(control) => (
        <TextInput
          {...control}
          inputMode="numeric"
          maxLength={4}
          value={model.texts[name].value}
          onValue={(text) => model.type(name, text)}
        />
      )}
    </Field>
  );
}
