import type { App } from '@/components/app/app';
import { Frame } from '@/components/app/frame';
import { goTo } from '@/components/app/route';
import { SetUpNotice } from '@/components/app/set-up-notice';
import { useStarted } from '@/components/app/use-model';
import { operationName } from '@/components/screens/jobs/job-row';
import { Button } from '@/components/ui/button';
import { Chips } from '@/components/ui/chips';
import { FooterBar } from '@/components/ui/footer-bar';
import { PageHeader } from '@/components/ui/page-header';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { messages } from '@/lib/i18n/messages';
import { openTable } from '@/lib/tables/open-table';
import { type BulkOperationId, bulkOperationIds, isBulkOperation } from './bulk-operations';
import { OpenedTable } from './opened-table';
import { createRowsInModel, type RowsInModel } from './rows-in-model';
import { RowsSource } from './rows-source';
import { ScanDoor } from './scan-door';

/** Where a bulk job begins: which operation, and its rows. */
export function RowsInScreen({ app, operation }: { app: App; operation: string }) {
  if (!isBulkOperation(operation))
    return (
      <Frame app={app} tab="jobs">
        <Head />
        <OperationChips />
        <p>{bulkMessages.value.rowsIn.chooseNext}</p>
      </Frame>
    );
  return <RowsIn app={app} operation={operation} />;
}

function RowsIn({ app, operation }: { app: App; operation: BulkOperationId }) {
  const model = useStarted(() => createRowsInModel(app, operation, openTable));
  const isEmpty = !model.opened.value && !model.opening.isBusy.value;
  return (
    <Frame app={app} tab="jobs" footer={<Footer model={model} />}>
      <Head />
      {operation !== 'update-opportunity' && <SetUpNotice app={app} />}
      {isEmpty && <OperationChips operation={operation} />}
      {isEmpty && <RowsSource model={model} />}
      {isEmpty && operation === 'sell-cards' && <ScanDoor app={app} />}
      {!isEmpty && <OpenedTable model={model} />}
    </Frame>
  );
}

function Head() {
  return (
    <PageHeader title={bulkMessages.value.rowsIn.title} back={{ label: messages.value.jobs.title, href: '#/jobs' }} />
  );
}

function OperationChips({ operation }: { operation?: BulkOperationId }) {
  return (
    <Chips
      id="bulk-operation"
      label={bulkMessages.value.rowsIn.choose}
      value={operation}
      choices={bulkOperationIds.map((value) => ({ value, label: operationName(value) }))}
      onValue={(chosen) => goTo({ screen: 'bulk', operation: chosen })}
    />
  );
}

function Footer({ model }: { model: RowsInModel }) {
  const { rowsIn } = bulkMessages.value;
  const { words } = messages.value;
  if (!model.opened.value)
    return model.opening.isBusy.value ? (
      <FooterBar>
        <Button onClick={() => model.putAway()}>{words.cancel}</Button>
      </FooterBar>
    ) : null;
  const read = async () => {
    const jobId = await model.read();
    if (jobId !== undefined) goTo({ screen: 'job', jobId, part: 'columns' });
  };
  if (model.reading.isBusy.value)
    return (
      <FooterBar hint={rowsIn.readNote}>
        <Button onClick={() => model.cancel()}>{rowsIn.cancelReading}</Button>
      </FooterBar>
    );
  return (
    <FooterBar hint={rowsIn.readNote}>
      <Button kind="ghost" onClick={() => model.putAway()}>
        {words.back}
      </Button>
      <Button kind="primary" busy={model.opening.isBusy.value} onClick={() => void read()}>
        {rowsIn.read}
      </Button>
    </FooterBar>
  );
}
