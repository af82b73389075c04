import { useSignal } from '@preact/signals';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Stack } from '@/components/ui/stack';
import { imMessages } from '@/lib/i18n/im-messages';
import { messages } from '@/lib/i18n/messages';
import type { ImSettingsModel } from './im-settings-model';

/** What can be done with what is kept of the account. */
export function AccountActions({ model }: { model: ImSettingsModel }) {
  const words = imMessages.value;
  const isAsking = useSignal(false);
  const name = words.forget(model.accountId.value);
  const forget = async () => {
    isAsking.value = false;
    await model.forget();
    document.querySelector('h1')?.focus();
  };
  return (
    <Stack along="row">
      {!model.isDefault.value && (
        <Button busy={model.changing.isBusy.value} onClick={() => void model.makeDefault()}>
          {words.makeDefault}
        </Button>
      )}
      <Button
        kind="ghost"
        onClick={() => {
          isAsking.value = true;
        }}
      >
        {name}…
      </Button>
      {isAsking.value && (
        <Dialog
          id="im-forget"
          title={name}
          onCancel={() => {
            isAsking.value = false;
          }}
          actions={
            <>
              <Button
                onClick={() => {
                  isAsking.value = false;
                }}
              >
                {messages.value.words.cancel}
              </Button>
              <Button kind="danger" onClick={() => void forget()}>
                {name}
              </Button>
            </>
          }
        >
          {words.forgetMeans}
        </Dialog>
      )}
    </Stack>
  );
}
