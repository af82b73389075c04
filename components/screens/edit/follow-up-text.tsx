import { Description, DescriptionList } from '@/components/ui/description-list';
import { editMessages } from '@/lib/i18n/edit-messages';
import type { FollowUp } from '@/lib/opportunities/follow-up';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import styles from './edit.module.css';
import { type Knowledge, showValue } from './show-value';

interface Props {
  followUp: FollowUp;
  knowledge: Knowledge | undefined;
  records: readonly (Opportunity | undefined)[];
}

/** A follow-up as it is sent. */
export function FollowUpText({ followUp, knowledge, records }: Props) {
  const words = editMessages.value.followUp;
  const { content, stage, realRevisitAt, remindAt, category } = followUp;
  return (
    <DescriptionList>
      <Description term={words.content}>
        <div class={styles.text}>{content}</div>
      </Description>
      <Description term={words.stage}>{stage && showValue('stage', stage, { knowledge, records })}</Description>
      <Description term={words.realRevisitAt}>{realRevisitAt}</Description>
      <Description term={words.remindAt}>{remindAt}</Description>
      <Description term={words.category}>{category}</Description>
    </DescriptionList>
  );
}
