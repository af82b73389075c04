import type { App } from '@/components/app/app';
import { createAction } from '@/components/app/create-action';
import { ErrorNotice } from '@/components/app/error-notice';
import { useOnce } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { formatCount } from '@/lib/i18n/format-number';
import { language } from '@/lib/i18n/messages';
import { sellCards } from '@/lib/operations/sell-cards';
import type { Draft, DraftModel } from './draft-model';
import { importsHere } from './import-rows';
import { Scanner } from './scanner';

interface DraftReadingProps {
  app: App;
  model: DraftModel;
  draft: Draft;
}

/** A draft that is still open for rows: they are being read, they are scanned, or the reading was cut off. */
export function DraftReading({ app, model, draft }: DraftReadingProps) {
  const { draft: words, rowsIn } = bulkMessages.value;
  const { total, fileName, header } = draft.import;
  const rows = formatCount(language.value, total);
  if (importsHere.value.has(model.jobId))
    return (
      <Notice tone="info" title={rowsIn.reading(rows)} role="status">
        {words.stillReading}
      </Notice>
    );
  if (draft.summary.operation === sellCards.id && fileName === undefined && header.length === 1)
    return <Scanner app={app} jobId={model.jobId} total={total} />;
  return <CutOff app={app} model={model} rows={rows} isEmpty={total === 0} />;
}

interface CutOffProps {
  app: App;
  model: DraftModel;
  rows: string;
  isEmpty: boolean;
}

function CutOff({ app, model, rows, isEmpty }: CutOffProps) {
  const ending = useOnce(createAction);
  const { draft: words } = bulkMessages.value;
  const end = () =>
    ending.run(async () => {
      await app.client.call('bulk.endRows', { jobId: model.jobId });
      await app.refresh();
    });
  return (
    <>
      {ending.error.value && <ErrorNotice app={app} error={ending.error.value} />}
      <Notice
        tone="warn"
        title={words.leftReading}
        actions={
          !isEmpty && (
            <Button busy={ending.isBusy.value} onClick={() => void end()}>
              {words.useRead(rows)}
            </Button>
          )
        }
      >
        {words.leftReadingNext(rows)}
      </Notice>
    </>
  );
}
