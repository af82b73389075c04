import { useSignal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { IdText } from '@/components/ui/id-text';
import { List, ListRow } from '@/components/ui/list';
import { LiveRegion } from '@/components/ui/live-region';
import { inbox } from '@/components/ui/screen-icons';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { Stack } from '@/components/ui/stack';
import { Tag } from '@/components/ui/tag';
import { TextInput } from '@/components/ui/text-input';
import { formatChinaTime } from '@/lib/i18n/format-time';
import { imMessages } from '@/lib/i18n/im-messages';
import { language, messages } from '@/lib/i18n/messages';
import type { ImAccount, ImView } from '@/lib/messages/im-contract';
import { accountsCsv, accountsText } from './accounts-csv';
import { type AccountSort, accountSorts, arrangeAccounts } from './arrange-accounts';
import { accountValue } from './change-sentence';
import styles from './im-settings.module.css';

/** The sub-accounts, to be searched, sorted, copied and exported as they are shown. */
export function AccountList({ app, settings, owner }: { app: App; settings: ImView['settings']; owner: string }) {
  const { accounts, accountsTold } = settings;
  const words = imMessages.value;
  const search = useSignal('');
  const sort = useSignal<AccountSort>('rotation');
  const isCopied = useSignal(false);
  const shown = arrangeAccounts(accounts, { search: search.value, sort: sort.value, locale: language.value });
  if (accounts.length === 0)
    return (
      <Section title={words.subAccounts}>
        <EmptyState icon={inbox} title={accountsTold === false ? words.subAccountsNotTold : words.noSubAccounts}>
          {accountsTold === false ? words.subAccountsNotToldNext : words.noSubAccountsNext}
        </EmptyState>
      </Section>
    );
  const exportCsv = () => {
    const day = formatChinaTime(app.ports.clock()).slice(0, 10);
    app.ports.saveFile(words.csvName(owner, day), accountsCsv(words, shown));
  };
  const copyAll = async () => {
    isCopied.value = await app.ports.copyText(accountsText(words, shown)).then(
      () => true,
      () => false,
    );
    setTimeout(() => {
      isCopied.value = false;
    }, 2000);
  };
  return (
    <Section
      title={words.subAccounts}
      end={<span class={styles.count}>{words.countOf(shown.length, accounts.length)}</span>}
    >
      <Stack along="pair">
        <Field id="im-search" label={words.search}>
          {(control) => (
            <TextInput
              {...control}
              type="search"
              value={search.value}
              onValue={(text) => {
                search.value = text;
              }}
            />
          )}
        </Field>
        <Field id="im-sort" label={words.sort}>
          {(control) => (
            <Select
              {...control}
              value={sort.value}
              choices={accountSorts.map((value) => ({ value, label: words.sorts[value] }))}
              onValue={(value) => {
                sort.value = value;
              }}
            />
          )}
        </Field>
      </Stack>
      <Rows shown={shown} />
      <Stack along="row">
        <Button onClick={() => void copyAll()} disabled={shown.length === 0}>
          {isCopied.value ? messages.value.words.copied : words.copyAccounts}
        </Button>
        <Button onClick={exportCsv} disabled={shown.length === 0}>
          {words.exportCsv}
        </Button>
        <LiveRegion message={isCopied.value ? messages.value.words.copied : ''} />
      </Stack>
    </Section>
  );
}

function Rows({ shown }: { shown: readonly ImAccount[] }) {
  const words = imMessages.value;
  if (shown.length === 0)
    return (
      <EmptyState icon={inbox} title={words.noMatch}>
        {words.noMatchNext}
      </EmptyState>
    );
  return (
    <List label={words.subAccounts}>
      {shown.map((account) => (
        <AccountRow key={account.accountId} account={account} />
      ))}
    </List>
  );
}

function AccountRow({ account }: { account: ImAccount }) {
  const words = imMessages.value;
  const { accountId, accountType, inChargeAreaCount, accountEnable, chargeAutoDistribute } = account;
  const areas = inChargeAreaCount === undefined ? undefined : words.areas(inChargeAreaCount);
  return (
    <ListRow
      title={account.nickName || words.nameless(accountId)}
      note={
        <span class={styles.facts}>
          <IdText>{accountId}</IdText>
          <CopyButton text={accountId} label={words.copyId(accountId)} copiedLabel={messages.value.words.copied} />
          {accountType && <span>{accountValue(words, 'accountType', accountType)}</span>}
          {areas && <span>{areas}</span>}
        </span>
      }
      end={
        <>
          {accountEnable === false && <Tag tone="bad">{words.disabled}</Tag>}
          {chargeAutoDistribute === true && (
            <Tag tone={accountEnable === false ? 'warn' : 'ok'}>{words.inRotation}</Tag>
          )}
        </>
      }
    />
  );
}
