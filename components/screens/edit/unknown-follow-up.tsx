import { Button } from '@/components/ui/button';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { describeCrmError, editMessages } from '@/lib/i18n/edit-messages';
import type { CrmFollowUp } from '@/lib/messages/crm-contract';
import { knownValue, type Opportunity } from '@/lib/opportunities/opportunity';
import styles from './edit.module.css';
import type { FollowUpJobModel } from './follow-up-job-model';
import { FollowUpText } from './follow-up-text';
import { fieldLabel, type Knowledge, showValue } from './show-value';

/** A follow-up that left and of which nothing is known: what the record shows, and a person decides. */
export function UnknownFollowUp({ model, written }: { model: FollowUpJobModel; written: CrmFollowUp }) {
  const words = editMessages.value.followUp;
  const { job } = model;
  const isBusy = job.acting.isBusy.value;
  const knowledge = model.knowledge.value;
  const { outcome, followUp, before } = written;
  // The CRM said yes; only its stage could not be read.
  const isWritten = outcome?.kind === 'written';
  const unknown = outcome?.kind === 'unknown' ? outcome : undefined;
  return (
    <>
      <Notice
        tone="unknown"
        role="alert"
        title={isWritten ? words.stageNotShown : words.unknown}
        actions={
          <>
            <Button busy={isBusy} onClick={() => void job.decide(0, 'send-again')}>
              {words.lookAgain}
            </Button>
            <Button busy={isBusy} onClick={() => void job.decide(0, 'mark-succeeded')}>
              {words.markWritten}
            </Button>
            {!isWritten && (
              <Button busy={isBusy} onClick={() => void job.decide(0, 'mark-failed')}>
                {words.markNotWritten}
              </Button>
            )}
          </>
        }
      >
        {unknown && <div>{describeCrmError(unknown.error).title}</div>}
        <div>{isWritten ? words.stageNotShownNote : words.unknownNote}</div>
      </Notice>
      <FollowUpText followUp={followUp} knowledge={knowledge} records={[before]} />
      {unknown?.after && <Seen now={unknown.now} after={unknown.after} knowledge={knowledge} />}
    </>
  );
}

/** What differs in the record, for a person to judge by. */
function Seen({ now, after, knowledge }: { now: Opportunity; after: Opportunity; knowledge: Knowledge | undefined }) {
  const words = editMessages.value.followUp;
  const stage = (record: Opportunity) =>
    showValue('stage', knownValue(record, 'stage'), { knowledge, records: [record] });
  const facts: [string, string | undefined, string | undefined][] = [
    [words.updatedAt, now.updatedAt, after.updatedAt],
    [words.notRevisitedFor, now.notRevisitedFor, after.notRevisitedFor],
    [fieldLabel('stage', knowledge), stage(now), stage(after)],
  ];
  const changed = facts.filter(([, was, is]) => was !== is);
  if (changed.length === 0) return <p class={styles.note}>{words.seenNothing}</p>;
  return (
    <section aria-label={words.seen}>
      <DescriptionList>
        {changed.map(([term, was, is]) => (
          <Description key={term} term={term}>
            <del class={styles.was}>{was}</del>
            <ins class={styles.will}>{is}</ins>
          </Description>
        ))}
      </DescriptionList>
    </section>
  );
}
