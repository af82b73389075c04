import { Button } from '@/components/ui/button';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { describeCrmError, editMessages } from '@/lib/i18n/edit-messages';
import { formatMoment } from '@/lib/i18n/format-time';
import { language } from '@/lib/i18n/messages';
import styles from './edit.module.css';
import type { EditModel } from './edit-model';

/** What the record says of itself, and how old what we know of the company's CRM is. */
export function About({ model }: { model: EditModel }) {
  const words = editMessages.value;
  const record = model.form.before.value;
  const knowledge = model.form.knowledge.value;
  if (!record || !knowledge) return null;
  const refresh = (
    <Button
      kind="link"
      busy={model.reading.isBusy.value}
      onClick={() => void model.read(model.form.wanted.value, true)}
    >
      {words.refreshOptions}
    </Button>
  );
  const described = knowledge.error && describeCrmError(knowledge.error);
  return (
    <>
      <DescriptionList>
        <Description term={words.customer}>{record.labels.customer_id ?? record.values.customer_id}</Description>
        <Description term={words.approval}>{record.approval?.label}</Description>
        <Description term={words.expectFlow}>{record.expectFlowAt}</Description>
      </DescriptionList>
      <p class={styles.note}>
        {[record.updatedAt && words.updatedAt(record.updatedAt), record.notRevisitedFor].filter(Boolean).join(' · ')}
      </p>
      {described ? (
        <Notice tone="warn" title={words.optionsMissing} actions={refresh}>
          <div>{described.title}</div>
          <div>{described.next}</div>
        </Notice>
      ) : (
        <p class={styles.note}>
          {words.optionsReadAt(formatMoment(language.value, knowledge.readAt))} {refresh}
        </p>
      )}
    </>
  );
}
