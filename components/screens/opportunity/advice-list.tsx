import type { App } from '@/components/app/app';
import { goTo } from '@/components/app/route';
import { operationName } from '@/components/screens/jobs/job-row';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { Stack } from '@/components/ui/stack';
import { type Tone, toneIcons } from '@/components/ui/tone';
import type { Advice, OtherOpportunity } from '@/lib/advice/advice';
import { formatMoment } from '@/lib/i18n/format-time';
import { helpMessages } from '@/lib/i18n/help-messages';
import { language, messages } from '@/lib/i18n/messages';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import type { Applicable } from './what-applies';

export interface AdviceListProps {
  app: App;
  advice: readonly Advice[];
  applicable: Applicable;
}

const shownOthers = 3;

const tones: Readonly<Record<Advice['rule'], Tone>> = {
  approval: 'warn',
  'earlier-job': 'info',
  'sign-date': 'warn',
  unfollowed: 'warn',
  'same-customer': 'info',
};

/** What is worth knowing, why, and the prepared form that it leads to; nothing is sent from here. */
export function AdviceList({ app, advice, applicable }: AdviceListProps) {
  if (advice.length === 0) return null;
  const words = helpMessages.value.advice;
  return (
    <Section
      title={words.title}
      end={
        <Button kind="link" onClick={() => void app.ports.openOptions('advice')}>
          {words.adjust}
        </Button>
      }
    >
      <List label={words.title}>
        {advice.map((one) => (
          <ListRow
            key={one.rule}
            title={
              <strong>
                <Icon shape={toneIcons[tones[one.rule]]} size={14} /> {titleOf(one)}
              </strong>
            }
            note={reasonOf(one, app)}
            below={<Actions advice={one} {...applicable} />}
          />
        ))}
      </List>
    </Section>
  );
}

function titleOf(advice: Advice): string {
  const words = helpMessages.value.advice;
  switch (advice.rule) {
    case 'unfollowed':
      return words.unfollowed.title(advice.days);
    case 'sign-date':
      return words.signDate.title(advice.date);
    case 'approval':
      return words.approval.title;
    case 'same-customer':
      return words.sameCustomer.title(advice.others.length);
    case 'earlier-job': {
      const { operation, state } = advice.job;
      return words.earlierJob.title(operationName(operation), messages.value.jobs.rowStates[state]);
    }
  }
}

function reasonOf(advice: Advice, app: App): string {
  const words = helpMessages.value.advice;
  switch (advice.rule) {
    case 'unfollowed':
      return words.unfollowed.reason(advice.limit);
    case 'sign-date':
      return words.signDate.reason(advice.days);
    case 'approval':
      return words.approval.reason(advice.label);
    case 'same-customer':
      return words.sameCustomer.reason;
    case 'earlier-job': {
      const { at, operatorName } = advice.job;
      return [formatMoment(language.value, at, app.ports.clock()), operatorName].filter(Boolean).join(' · ');
    }
  }
}

function Actions({ advice, edit, release }: { advice: Advice } & Applicable) {
  const words = helpMessages.value.advice;
  switch (advice.rule) {
    case 'unfollowed':
      return (
        <Stack along="row">
          {edit && <Button onClick={() => edit('follow-up')}>{words.followUp}</Button>}
          {release && <Button onClick={release}>{messages.value.opportunity.release}</Button>}
        </Stack>
      );
    case 'sign-date':
      return edit ? (
        <Stack along="row">
          <Button onClick={() => edit('expect_sign_date')}>{words.newDate}</Button>
          <Button onClick={() => edit('stage')}>{words.newStage}</Button>
        </Stack>
      ) : null;
    case 'same-customer':
      return (
        <Stack>
          <Others others={advice.others.slice(0, shownOthers)} />
          {advice.others.length > shownOthers && (
            <Disclosure summary={words.sameCustomer.more(advice.others.length - shownOthers)}>
              <Others others={advice.others.slice(shownOthers)} />
            </Disclosure>
          )}
        </Stack>
      );
    case 'earlier-job': {
      const { jobId, isCleared } = advice.job;
      if (isCleared) return null;
      return <Button onClick={() => goTo({ screen: 'job', jobId })}>{words.viewJob}</Button>;
    }
    case 'approval':
      return null;
  }
}

/** By their ids too: a customer's opportunities are often called the same. */
function Others({ others }: { others: readonly OtherOpportunity[] }) {
  return others.map(({ id, title, stageLabel }) => (
    <div key={id}>
      <a href={`#/opportunity/${id}`}>{[maskWhereFound(title), id].filter(Boolean).join(' · ')}</a> {stageLabel}
    </div>
  ));
}
