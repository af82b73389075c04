import { type Signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Chips } from '@/components/ui/chips';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Stack } from '@/components/ui/stack';
import { TextInput } from '@/components/ui/text-input';
import { imMessages } from '@/lib/i18n/im-messages';
import { type ImSettingsModel, isAccountId } from './im-settings-model';

type Picked = Pick<
  ImSettingsModel,
  | 'connections'
  | 'connectionId'
  | 'accountId'
  | 'accounts'
  | 'view'
  | 'refreshing'
  | 'chooseConnection'
  | 'chooseAccount'
>;

/** Which account is looked at: those that were asked for, and any other by its number. */
export function AccountPicker({ model }: { model: Picked }) {
  const words = imMessages.value;
  const accounts = model.accounts.value;
  const current = model.accountId.value;
  /** Undefined while nobody types. */
  const typed = useSignal<string | undefined>(undefined);
  const isAlone = useRef(true);
  // What comes in meanwhile, perhaps asked for elsewhere, does not move the form from under somebody's hands.
  if (typed.value === undefined) isAlone.current = !model.view.value;
  return (
    <Stack>
      <ConnectionChoice model={model} />
      {accounts.some((account) => account !== current) && (
        <Chips
          id="im-account"
          label={words.accounts}
          value={current}
          choices={accounts.map((value) => ({ value, label: value }))}
          onValue={model.chooseAccount}
        />
      )}
      {isAlone.current ? (
        <AccountForm model={model} typed={typed} />
      ) : (
        <Disclosure summary={words.otherAccount}>
          <AccountForm model={model} typed={typed} />
        </Disclosure>
      )}
    </Stack>
  );
}

function ConnectionChoice({ model }: { model: Picked }) {
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

function AccountForm({ model, typed }: { model: Picked; typed: Signal<string | undefined> }) {
  const words = imMessages.value;
  const text = typed.value ?? (model.view.value ? '' : model.accountId.value);
  const isWrong = useSignal(false);
  function submit(event: Event): void {
    event.preventDefault();
    const accountId = text.trim();
    isWrong.value = !isAccountId(accountId);
    if (isWrong.value) document.getElementById('im-account-id')?.focus();
    else {
      typed.value = undefined;
      model.chooseAccount(accountId);
    }
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
              value={text}
              onValue={(next) => {
                typed.value = next;
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
