import { useSignal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { useOnce } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { FooterBar } from '@/components/ui/footer-bar';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { formatCount } from '@/lib/i18n/format-number';
import { language, messages } from '@/lib/i18n/messages';
import { writeTable } from '@/lib/tables/write-table';
import type { BulkJobModel } from './bulk-job-model';
import { ExportDialog } from './export-dialog';
import { createExportModel } from './export-model';
import { jobSummaryText } from './job-summary-text';

interface FooterProps {
  app: App;
  model: BulkJobModel;
}

/** What can be done with a job of many rows at any time: stop it, go on, take its result along. */
export function BulkJobFooter({ app, model }: FooterProps) {
  const exporting = useOnce(() => createExportModel(app, model.summary, writeTable));
  const shown = useSignal<'export' | 'cancel' | undefined>(undefined);
  const { job: words } = bulkMessages.value;
  const { state, counts, pausedBy } = model.summary.value;
  const phase = model.phase.value;
  if (state === 'preparing' || phase === 'held' || phase === 'due')
    return <FooterBar hint={words.closeNote}>{null}</FooterBar>;
  const isOpen = state === 'running' || state === 'paused';
  const goesOn = state === 'running' || (state === 'paused' && pausedBy?.detail.until !== undefined);
  const close = () => {
    shown.value = undefined;
  };
  return (
    <FooterBar hint={goesOn && words.closeNote}>
      {isOpen && counts.waiting > 0 && (
        <Button kind="ghost" onClick={() => (shown.value = 'cancel')}>
          {words.cancel}
        </Button>
      )}
      {!isOpen && (
        <CopyButton
          label={words.copySummary}
          copiedLabel={words.copied}
          text={jobSummaryText(model.summary.value)}
          write={app.ports.copyText}
        />
      )}
      <Button onClick={() => (shown.value = 'export')}>{words.exportResult}</Button>
      {isOpen && <PauseOrGoOn model={model} />}
      {shown.value === 'export' && <ExportDialog model={exporting} isOpen={isOpen} onEnd={close} />}
      {shown.value === 'cancel' && <Cancel model={model} onEnd={close} />}
    </FooterBar>
  );
}

function PauseOrGoOn({ model }: { model: BulkJobModel }) {
  const { job: words } = bulkMessages.value;
  const isBusy = model.acting.isBusy.value;
  if (model.summary.value.state === 'paused')
    return (
      <Button kind="primary" busy={isBusy} onClick={() => void model.resume()}>
        {messages.value.jobs.resume}
      </Button>
    );
  return (
    <Button busy={isBusy} onClick={() => void model.pause()}>
      {words.pause}
    </Button>
  );
}

/** Names what is lost by it, and what is not. */
function Cancel({ model, onEnd }: { model: BulkJobModel; onEnd(): void }) {
  const { job: words } = bulkMessages.value;
  const { counts } = model.summary.value;
  const count = (amount: number) => formatCount(language.value, amount);
  return (
    <Dialog
      id="cancel-job"
      title={words.cancelTitle}
      onCancel={onEnd}
      actions={
        <>
          <Button kind="ghost" onClick={onEnd}>
            {words.keepRunning}
          </Button>
          <Button
            kind="danger"
            onClick={() => {
              onEnd();
              void model.cancel();
            }}
          >
            {words.cancelConfirm(count(counts.waiting))}
          </Button>
        </>
      }
    >
      <p>{words.cancelNote(count(counts.waiting), count(model.done.value))}</p>
      {counts.sending > 0 && <p>{words.cancelSending(count(counts.sending))}</p>}
    </Dialog>
  );
}
