import { Button } from '@/components/ui/button';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { clock } from '@/components/ui/screen-icons';
import { describeCrmError, editMessages } from '@/lib/i18n/edit-messages';
import { formatMoment } from '@/lib/i18n/format-time';
import { language } from '@/lib/i18n/messages';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import { parseChinaTime } from '@/lib/time/china-time';
import styles from './edit.module.css';
import type { EditModel } from './edit-model';

/** What the record says of itself, and how old what we know of the company's CRM is. */
export function About({ model, now }: { model: EditModel; now: number }) {
  const words = editMessages.value;
  const record = model.form.before.value;
  if (!record) return null;
  const flowsSoon = isSoon(record, now);
  const customer = record.labels.customer_id ?? record.values.customer_id;
  return (
    <>
      <DescriptionList>
        <Description term={words.customer}>{customer && maskWhereFound(customer)}</Description>
        <Description term={words.approval}>{record.approval?.label}</Description>
        <Description term={words.expectFlow}>{flowsSoon ? undefined : record.expectFlowAt}</Description>
      </DescriptionList>
      {flowsSoon && (
        <Notice
          tone="warn"
          icon={clock}
          title={[record.notRevisitedFor, words.flowsSoon(record.expectFlowAt ?? '')].filter(Boolean).join(' · ')}
          actions={<WriteFollowUp />}
        />
      )}
      <p class={styles.note}>
        {[record.updatedAt && words.updatedAt(record.updatedAt), !flowsSoon && record.notRevisitedFor]
          .filter(Boolean)
          .join(' · ')}{' '}
        {!flowsSoon && <WriteFollowUp />}
      </p>
      <Known model={model} />
    </>
  );
}

function WriteFollowUp() {
  return (
    <Button kind="link" onClick={() => document.getElementById('follow-up-content')?.focus()}>
      {editMessages.value.followUp.title}
    </Button>
  );
}

function Known({ model }: { model: EditModel }) {
  const words = editMessages.value;
  const knowledge = model.form.knowledge.value;
  if (!knowledge) return null;
  const refresh = (
    <Button kind="link" busy={model.reading.isBusy.value} onClick={() => void model.read(true)}>
      {words.refreshOptions}
    </Button>
  );
  const described = knowledge.error && describeCrmError(knowledge.error, { isReading: true });
  if (!described)
    return (
      <p class={styles.note}>
        {words.optionsReadAt(formatMoment(language.value, knowledge.readAt))} {refresh}
      </p>
    );
  return (
    <Notice tone="warn" title={words.optionsMissing} actions={refresh}>
      <div>{described.title}</div>
      <div>{described.next}</div>
    </Notice>
  );
}

const soonMs = 7 * 86_400_000;

function isSoon({ expectFlowAt }: Opportunity, now: number): boolean {
  const at = expectFlowAt === undefined ? undefined : parseChinaTime(`${expectFlowAt}:00`);
  return at !== undefined && at - now < soonMs;
}
