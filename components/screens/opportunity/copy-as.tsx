import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { App } from '@/components/app/app';
import { Button } from '@/components/ui/button';
import { Stack } from '@/components/ui/stack';
import { helpMessages } from '@/lib/i18n/help-messages';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import type { PageContext } from '@/lib/messages/page-context';
import type { RecordReading } from '@/lib/messages/record-contract';
import { type CopySource, toExcelRow, toMarkdown } from '@/lib/opportunities/copy-forms';
import type { Fact } from '@/lib/opportunities/overview';
import styles from './nothing.module.css';

export interface CopyAsProps {
  app: App;
  context: PageContext;
  record: RecordReading['record'] | undefined;
  isOfPage: boolean;
}

const forms: Readonly<Record<'id' | 'link' | 'markdown' | 'row', (source: CopySource) => string>> = {
  id: ({ id }) => id,
  link: ({ link = '' }) => link,
  markdown: toMarkdown,
  row: toExcelRow,
};

/** What is shown, as text for somewhere else; never what the CRM hides, nor a phone number. */
export function CopyAs({ app, context, record, isOfPage }: CopyAsProps) {
  const words = helpMessages.value.copy;
  const said = useSignal('');
  const link = useSignal<string | undefined>(undefined);
  useEffect(() => void findLink(app, context.opportunityId, isOfPage).then((found) => (link.value = found)), []);
  const source: CopySource = {
    id: context.opportunityId,
    title: masked(context.title) ?? textOf(record?.title),
    customer: masked(context.customer) ?? textOf(record?.customer),
    stage: textOf(record?.stage) ?? masked(context.stage),
    amount: textOf(record?.amount),
    signDate: textOf(record?.signDate),
    owner: textOf(record?.owner) ?? masked(context.owner),
    link: link.value,
  };
  const copy = async (form: keyof typeof forms) => {
    said.value = '';
    try {
      await app.ports.copyText(forms[form](source));
      said.value = words.copied(words.forms[form]);
    } catch {
      said.value = words.refused;
    }
  };
  const offered = (['id', 'link', 'markdown', 'row'] as const).filter((form) => form !== 'link' || source.link);
  return (
    <Stack along="row">
      <span class={styles.none}>{words.title}</span>
      {offered.map((form) => (
        <Button key={form} kind="link" onClick={() => void copy(form)}>
          {words.forms[form]}
        </Button>
      ))}
      <span role="status">{said.value}</span>
    </Stack>
  );
}

function textOf(fact: Fact | undefined): string | undefined {
  return fact && !fact.isMasked && fact.text.trim() !== '' ? maskWhereFound(fact.text) : undefined;
}

/** What is called a name may hold whom to call. */
function masked(text: string | undefined): string | undefined {
  return text && maskWhereFound(text);
}

async function findLink(app: App, opportunityId: string, isOfPage: boolean): Promise<string | undefined> {
  const tab = isOfPage ? await app.ports.activeTab() : undefined;
  const asked = { opportunityId, ...(tab && { tabId: tab.tabId }) };
  return app.client.call('record.link', asked).then(
    ({ link }) => link,
    // Without an address there is still everything else.
    () => undefined,
  );
}
