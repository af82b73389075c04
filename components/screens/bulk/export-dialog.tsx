import { ErrorNotice } from '@/components/app/error-notice';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { formatCount } from '@/lib/i18n/format-number';
import { language, messages } from '@/lib/i18n/messages';
import type { WriteOptions } from '@/lib/tables/write-table';
import type { ExportModel } from './export-model';

interface ExportDialogProps {
  model: ExportModel;
  /** The job goes on: the file holds what is known now. */
  isOpen: boolean;
  onEnd(): void;
}

/** In which form the result is taken along, and what is in it. */
export function ExportDialog({ model, isOpen, onEnd }: ExportDialogProps) {
  const { job: words } = bulkMessages.value;
  const isBusy = model.exporting.isBusy.value;
  const error = model.exporting.error.value;
  const save = async (format: WriteOptions['format']) => {
    if (await model.save(format)) onEnd();
  };
  return (
    <Dialog
      id="export"
      title={words.exportTitle}
      onCancel={onEnd}
      actions={
        <>
          <Button kind="ghost" onClick={onEnd}>
            {messages.value.words.cancel}
          </Button>
          <Button busy={isBusy} onClick={() => void save('csv')}>
            {words.exportCsv}
          </Button>
          <Button kind="primary" busy={isBusy} onClick={() => void save('xlsx')}>
            {words.exportXlsx}
          </Button>
        </>
      }
    >
      <p>{words.exportNote}</p>
      {isOpen && <p>{words.exportRunning}</p>}
      <p role="status">{isBusy && words.exporting(formatCount(language.value, model.written.value))}</p>
      {error && <ErrorNotice error={error} />}
    </Dialog>
  );
}
