import { Description, DescriptionList } from '@/components/ui/description-list';
import { editMessages } from '@/lib/i18n/edit-messages';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import type { FollowUp } from '@/lib/opportunities/follow-up';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import styles from './edit.module.css';
import { type Knowledge, showValue } from './show-value';

interface Props {
  followUp: FollowUp;
  knowledge: Knowledge | undefined;
  records: readonly (Opportunity | undefined)[];
  /** Still to be confirmed: contacts in it are not masked. */
  isWhole?: boolean;
}

/** A follow-up, as it is sent or was. */
export function FollowUpText({ followUp, knowledge, records, isWhole = false }: Props) {
  const words = editMessages.value.followUp;
  const content = isWhole ? followUp.content : maskWhereFound(followUp.content);
  const { stage, realRevisitAt, remindAt, category } = followUp;
  return (
    <DescriptionList>
      <Description term={words.content}>
        <div class={styles.text}>{content.trim() ? content : editMessages.value.empty}</div>
      </Description>
      <Description term={words.stage}>{stage && showValue('stage', stage, { knowledge, records })}</Description>
      <Description term={words.realRevisitAt}>{realRevisitAt}</Description>
      <Description term={words.remindAt}>{remindAt}</Description>
      <Description term={words.category}>{category}</Description>
    </DescriptionList>
  );
}
