import { useEffect } from 'preact/hooks';
import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { useOnce } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { lock } from '@/components/ui/icons';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { createUnlockModel, type UnlockModel } from './unlock-model';
import styles from './unlock-prompt.module.css';

const fieldId = 'unlock-passphrase';

/** Unlocks where one is. Nothing on the screen below it is lost. */
export function UnlockPrompt({ app, takesFocus = false }: { app: App; takesFocus?: boolean }) {
  const model = useOnce(() => createUnlockModel(app));
  const { unlock } = screenMessages.value;
  useEffect(() => {
    if (takesFocus) document.getElementById(fieldId)?.focus();
  }, [takesFocus]);
  const waiting = model.waitingJobs.value;
  const error = model.unlocking.error.value;
  return (
    <Notice tone="neutral" icon={lock} title={waiting > 0 ? unlock.pendingJobs(waiting) : messages.value.app.locked}>
      <div>{unlock.explain}</div>
      <form
        novalidate
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void model.unlock();
        }}
      >
        {model.mode.value === 'passphrase' && <PassphraseField model={model} />}
        {error && error.detail.reason !== 'wrong-passphrase' && <ErrorNotice app={app} error={error} />}
        <Button type="submit" kind="primary" busy={model.unlocking.isBusy.value}>
          {model.mode.value === 'device' ? unlock.deviceMode : unlock.submit}
        </Button>
      </form>
    </Notice>
  );
}

function PassphraseField({ model }: { model: UnlockModel }) {
  const { unlock, errorReasons } = screenMessages.value;
  const isWrong = model.unlocking.error.value?.detail.reason === 'wrong-passphrase';
  return (
    <Field id={fieldId} label={unlock.passphrase} error={isWrong ? errorReasons['wrong-passphrase'].title : undefined}>
      {(control) => (
        <TextInput
          {...control}
          type="password"
          autocomplete="current-password"
          value={model.passphrase.value}
          onValue={(text) => {
            model.passphrase.value = text;
          }}
        />
      )}
    </Field>
  );
}
