import { useSignal } from '@preact/signals';
import { Button } from '@/components/ui/button';
import { Chips } from '@/components/ui/chips';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Stack } from '@/components/ui/stack';
import { TextInput } from '@/components/ui/text-input';
import { imMessages } from '@/lib/i18n/im-messages';
import { type ImSettingsModel, isAccountId } from './im-settings-model';

/** Which account is looked at: those that were asked for, and any other by its number. */
export function AccountPicker({ model }: { model: ImSettingsModel }) {
  const words = imMessages.value;
  const accounts = model.accounts.value;
  const current = model.accountId.value;
  const choices = accounts.includes(current) || current === '' ? accounts : [...accounts, current];
  return (
    <Stack>
      <ConnectionChoice model={model} />
      {choices.length > 1 && (
        <Chips
          id="im-account"
          label={words.accounts}
          value={current}
          choices={choices.map((value) => ({ value, label: value }))}
          onValue={model.chooseAccount}
        />
      )}
      {accounts.length === 0 && !model.view.value ? (
        <AccountForm model={model} />
      ) : (
        <Disclosure summary={words.otherAccount}>
          <AccountForm model={model} />
        </Disclosure>
      )}
    </Stack>
  );
}

function ConnectionChoice({ model }: { model: ImSettingsModel }) {
  const connections = model.connections.value;
  if (connections.length < 2) return null;
  return (
    <Field id="im-connection" label={imMessages.value.connection}>
      {(control) => (
        <Select
          {...control}
          value={model.connectionId.value}
          choices={connections.map(({ id, name }) => ({ value: id, label: name }))}
          onValue={model.chooseConnection}
        />
      )}
    </Field>
  );
}

function AccountForm({ model }: { model: ImSettingsModel }) {
  const words = imMessages.value;
  const typed = useSignal(model.view.value ? '' : model.accountId.value);
  const isWrong = useSignal(false);
  function submit(event: Event): void {
    event.preventDefault();
    const accountId = typed.value.trim();
    isWrong.value = !isAccountId(accountId);
    if (isWrong.value) document.getElementById('im-account-id')?.focus();
    else model.chooseAccount(accountId);
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Field
          id="im-account-id"
          label={words.accountId}
          hint={words.accountIdHint}
          error={isWrong.value ? words.accountIdWrong : undefined}
          required
        >
          {(control) => (
            <TextInput
              {...control}
              code
              inputMode="numeric"
              maxLength={40}
              value={typed.value}
              onValue={(text) => {
                typed.value = text;
                isWrong.value = false;
              }}
            />
          )}
        </Field>
        <Stack along="row">
          <Button type="submit" kind={model.view.value ? 'plain' : 'primary'} busy={model.refreshing.isBusy.value}>
            {words.query}
          </Button>
        </Stack>
      </Stack>
    </form>
  );
}
