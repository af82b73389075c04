import { ActionNotice } from '@/components/screens/options/action-notice';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import { Stack } from '@/components/ui/stack';
import { TextInput } from '@/components/ui/text-input';
import { messages } from '@/lib/i18n/messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import type { SecurityModel } from './security-model';

/** The way out for somebody who forgot the passphrase; confirmed by typing, since nothing brings a secret back. */
export function ForgetSection({ model, openJobs }: { model: SecurityModel; openJobs: number }) {
  const { security } = settingsMessages.value;
  return (
    <Section title={security.forget}>
      <Stack>
        <div>{security.forgetNote}</div>
        <Stack along="row">
          <Button onClick={() => model.askToForget()}>{security.forget}…</Button>
        </Stack>
      </Stack>
      {model.isForgetting.value && <ForgetDialog model={model} openJobs={openJobs} />}
    </Section>
  );
}

function ForgetDialog({ model, openJobs }: { model: SecurityModel; openJobs: number }) {
  const { security } = settingsMessages.value;
  const { words } = messages.value;
  const isTyped = model.confirmation.value.trim() === security.forgetWord;
  return (
    <Dialog
      id="forget"
      title={security.forgetConfirm}
      onCancel={() => model.keep()}
      actions={
        <>
          <Button kind="ghost" onClick={() => model.keep()}>
            {words.cancel}
          </Button>
          <Button
            kind="danger"
            type="submit"
            form="forget-form"
            disabled={!isTyped}
            busy={model.forgetAction.isBusy.value}
          >
            {security.forget}
          </Button>
        </>
      }
    >
      <div>{security.forgetNote}</div>
      {openJobs > 0 && <div>{security.forgetJobs(openJobs)}</div>}
      <form
        id="forget-form"
        onSubmit={(event) => {
          event.preventDefault();
          void model.forget(security.forgetWord);
        }}
      >
        <Field id="forget-word" label={security.forgetType(security.forgetWord)}>
          {(control) => (
            <TextInput
              {...control}
              value={model.confirmation.value}
              onValue={(value) => {
                model.confirmation.value = value;
              }}
            />
          )}
        </Field>
      </form>
      <ActionNotice action={model.forgetAction} />
    </Dialog>
  );
}
