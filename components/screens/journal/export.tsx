import { Button } from '@/components/ui/button';
import { IdText } from '@/components/ui/id-text';
import { Notice } from '@/components/ui/notice';
import { download } from '@/components/ui/screen-icons';
import { formatCount } from '@/lib/i18n/format-number';
import { language } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { ExportModel } from './export-model';
import { dayFaultOf } from './filter-fields';
import styles from './journal.module.css';
import type { JournalModel } from './journal-model';
import { Progress } from './progress';

/** Exports what the filter shows, all where there is none. */
export function ExportButton({ model }: { model: JournalModel }) {
  const { journal } = screenMessages.value;
  const { action, exportFile } = model.exporting;
  const filter = model.filter.value;
  return (
    <Button
      kind="ghost"
      icon={download}
      busy={action.isBusy.value}
      disabled={dayFaultOf(model.fields.value) !== undefined}
      onClick={() => void exportFile(filter)}
    >
      {filter ? journal.exportFound : journal.exportAll}
    </Button>
  );
}

/** How far an export is, and what is in the file, which is read out. */
export function ExportNews({ model }: { model: ExportModel }) {
  const { journal } = screenMessages.value;
  return (
    <>
      {model.action.isBusy.value && <Progress text={journal.exporting} {...model.progress.value} />}
      <div class={styles.live} aria-live="polite">
        <Exported model={model} />
      </div>
    </>
  );
}

function Exported({ model }: { model: ExportModel }) {
  const { journal } = screenMessages.value;
  const file = model.exported.value;
  if (!file) return null;
  const title = journal.exported(formatCount(language.value, file.entries));
  if (file.entries === 0) return <Notice tone="ok" title={title} />;
  return (
    <Notice tone="ok" title={title}>
      <div>{journal.exportedNext}</div>
      <IdText>{`${file.lastSequence} ${file.lastHash}`}</IdText>
    </Notice>
  );
}
