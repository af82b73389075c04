import { useEffect } from 'preact/hooks';
import type { App } from '@/components/app/app';
import { useChinaDay } from '@/components/app/use-china-day';
import { useStarted } from '@/components/app/use-model';
import { findAdvice } from '@/lib/advice/find-advice';
import { helpCatalogue } from '@/lib/i18n/help-messages';
import type { PageContext, TabContext } from '@/lib/messages/page-context';
import type { RecordReading } from '@/lib/messages/record-contract';
import { AdviceList } from './advice-list';
import { CopyAs } from './copy-as';
import { History } from './history';
import type { OpportunityModel } from './opportunity-model';
import { listedBeside } from './pressed-on';
import { createRecordModel } from './record-model';
import { RecordSection } from './record-section';
import { whatApplies } from './what-applies';

export interface HelpProps {
  app: App;
  model: OpportunityModel;
  tab: TabContext;
  context: PageContext;
  isOfPage: boolean;
}

/** It comes with its words. */
export async function openHelp(): Promise<typeof Help> {
  await helpCatalogue.load();
  return Help;
}

/** What helps beyond what the page says: advice, the record as the CRM has it, and taking it elsewhere. */
function Help({ app, model, tab, context, isOfPage }: HelpProps) {
  const record = useStarted(() => createRecordModel(app, context.opportunityId, tab));
  const reading = record.reading.value;
  const facts = { ...factsOf(reading), history: model.history.value };
  const others = reading?.others?.list;
  useEffect(() => {
    const { origin, operations } = tab;
    if (others) listedBeside.value = { ids: others.map(({ id }) => id), origin, operations };
  }, [others, tab]);
  const now = useChinaDay(app.ports.clock);
  // What is at work is not to be begun a second time.
  const advice = model.openJob.value ? [] : findAdvice(facts, app.state.value.preferences, now);
  return (
    <>
      <AdviceList app={app} advice={advice} applicable={whatApplies(app, tab, isOfPage)} />
      {record.connection.value && (
        <RecordSection app={app} model={record} connection={record.connection.value} context={context} />
      )}
      <CopyAs app={app} context={context} record={reading?.record} isOfPage={isOfPage} />
      <History app={app} model={model} />
    </>
  );
}

function factsOf(reading: RecordReading | undefined) {
  if (!reading) return {};
  const { record, others, readAt } = reading;
  return {
    unfollowed: record.unfollowed === undefined ? undefined : { text: record.unfollowed, readAt },
    // A date that is hidden is not known.
    signDate: record.signDate?.isMasked ? undefined : record.signDate?.text,
    stageLabel: record.stage?.text,
    approval: record.approval,
    others: others?.list,
  };
}
