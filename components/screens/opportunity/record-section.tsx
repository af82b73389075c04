import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { App } from '@/components/app/app';
import { CrmErrorNotice } from '@/components/screens/edit/crm-error-notice';
import { groupDigits } from '@/components/screens/edit/show-value';
import { Button } from '@/components/ui/button';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { List, ListRow } from '@/components/ui/list';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { Skeleton } from '@/components/ui/skeleton';
import { formatRelative } from '@/lib/i18n/format-time';
import { helpMessages } from '@/lib/i18n/help-messages';
import { language, messages } from '@/lib/i18n/messages';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import type { IkcrmConnectionSummary } from '@/lib/messages/app-state';
import type { PageContext } from '@/lib/messages/page-context';
import type { RecordReading } from '@/lib/messages/record-contract';
import type { Fact } from '@/lib/opportunities/overview';
import styles from './nothing.module.css';
import { Pipeline } from './pipeline';
import type { RecordModel } from './record-model';

export interface RecordSectionProps {
  app: App;
  model: RecordModel;
  connection: IkcrmConnectionSummary;
  context: PageContext;
}

/** The record as the CRM has it, how old that is, and why it is not newer. */
export function RecordSection({ app, model, connection, context }: RecordSectionProps) {
  const words = helpMessages.value.record;
  const reading = model.reading.value;
  const isBusy = model.asking.isBusy.value;
  const isLocked = app.state.value.vault.state === 'locked';
  const error = model.asking.error.value;
  const button = (
    <Button kind="link" busy={isBusy} onClick={() => void model.read()}>
      {reading ? words.readAgain : words.readNow}
    </Button>
  );
  return (
    <Section title={words.title} end={!isLocked && !error && (reading || app.surface === 'popup') && button}>
      {error && !isLocked && (
        <CrmErrorNotice app={app} isReading error={error} tone={reading ? 'warn' : 'bad'} actions={button} />
      )}
      {isLocked && !reading && <p class={styles.none}>{words.locked}</p>}
      {reading && <Age app={app} readAt={reading.readAt} connection={connection.name} />}
      {!reading && !error && !isLocked && (isBusy || app.surface !== 'popup') && (
        <Skeleton label={words.reading} lines={4} />
      )}
      {reading && <Facts reading={reading} context={context} connection={connection.name} />}
      {reading && <Others reading={reading} />}
    </Section>
  );
}

/** Minute by minute, and without a clock that ticks beside a still panel. */
function Age({ app, readAt, connection }: { app: App; readAt: number; connection: string }) {
  const now = useSignal(app.ports.clock());
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = app.ports.clock();
    }, 60_000);
    return () => clearInterval(timer);
  }, []);
  const ago = formatRelative(language.value, readAt, Math.max(readAt, now.value));
  return <p class={styles.none}>{helpMessages.value.record.readAt(connection, ago)}</p>;
}

function Facts({ reading, context, connection }: { reading: RecordReading; context: PageContext; connection: string }) {
  const words = helpMessages.value.record;
  const { opportunity } = messages.value;
  const { record, stages } = reading;
  const title = maskWhereFound(record.title?.text ?? '');
  // What the CRM shows in place of a hidden title is not the title.
  const isOther =
    context.title !== undefined &&
    !record.title?.isMasked &&
    title !== '' &&
    !isAlike(context.title, record.title?.text ?? '');
  const approval = [record.approval?.label, record.isEditable === false && words.notEditable];
  return (
    <>
      {isOther && (
        <Notice tone="warn" title={words.differs}>
          {words.differsNext(maskWhereFound(context.title ?? ''), title, connection)}
        </Notice>
      )}
      <Pipeline stages={stages} stage={record.stage} value={record.stageValue} />
      <DescriptionList>
        <Description term={words.name}>{context.title === undefined ? title : undefined}</Description>
        <Description term={opportunity.customer}>
          {context.customer === undefined ? shown(record.customer) : undefined}
        </Description>
        <Description term={words.amount}>{shown(record.amount, groupDigits)}</Description>
        <Description term={words.signDate}>{shown(record.signDate)}</Description>
        <Description term={opportunity.owner}>{shown(record.owner)}</Description>
        <Description term={words.unfollowed}>{given(record.unfollowed)}</Description>
        <Description term={words.flow}>{given(record.flowAt)}</Description>
        <Description term={words.possibility}>{record.signPossibility}</Description>
        <Description term={words.approval}>{approval.filter(Boolean).join(' · ')}</Description>
        <Description term={words.updated}>{record.updatedAt}</Description>
      </DescriptionList>
    </>
  );
}

function Others({ reading: { others } }: { reading: RecordReading }) {
  const words = helpMessages.value.record;
  if (!others) return <p class={styles.none}>{words.othersMissing}</p>;
  if (others.list.length === 0) return <p class={styles.none}>{words.noOthers}</p>;
  return (
    <Disclosure summary={`${words.others} · ${others.list.length}`} open={others.list.length <= 3}>
      <List label={words.others}>
        {others.list.map(({ id, title, stageLabel, amount }) => (
          <ListRow
            key={id}
            href={`#/opportunity/${id}`}
            title={maskWhereFound(title) || id}
            note={[id, stageLabel, groupDigits(amount)].filter(Boolean).join(' · ')}
          />
        ))}
      </List>
      {others.hasMore && <p class={styles.none}>{words.othersMore}</p>}
    </Disclosure>
  );
}

/** A fact that the CRM does not give is said to be so: it is not the same as one that is empty. */
function shown(fact: Fact | undefined, form = maskWhereFound) {
  const words = helpMessages.value.record;
  if (fact === undefined) return given(undefined);
  if (fact.isMasked) return [fact.text, words.hidden].filter(Boolean).join(' · ');
  return fact.text.trim() === '' ? <span class={styles.none}>{words.empty}</span> : form(fact.text);
}

function given(text: string | undefined) {
  return text ?? <span class={styles.none}>{helpMessages.value.record.notGiven}</span>;
}

/** A page may show a title cut short, or with more around it. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.normalize('NFKC').replace(/\s|…|\.\.\.$/g, ''));
  return a !== undefined && b !== undefined && (a.includes(b) || b.includes(a));
}
