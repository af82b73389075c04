import type { App } from '@/components/app/app';
import { createAction } from '@/components/app/create-action';
import { ErrorNotice } from '@/components/app/error-notice';
import { goTo } from '@/components/app/route';
import { useOnce } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { bulkMessages, fieldWords } from '@/lib/i18n/bulk-messages';
import { sellCards } from '@/lib/operations/sell-cards';
import { beginDraft } from './begin-draft';
import styles from './bulk.module.css';

/** For a box of cards and no table: begins a draft that takes them one by one. */
export function ScanDoor({ app }: { app: App }) {
  const beginning = useOnce(createAction);
  const { rowsIn } = bulkMessages.value;
  const begin = () =>
    beginning.run(async () => {
      const header = [fieldWords(sellCards.id, sellCards.subjectField).label];
      const jobId = await beginDraft(app, { operation: sellCards.id, fileName: undefined, header, hasHeader: true });
      await app.refresh();
      goTo({ screen: 'job', jobId });
    });
  return (
    <Section title={rowsIn.scanTitle}>
      {beginning.error.value && <ErrorNotice app={app} error={beginning.error.value} />}
      <div class={styles.line}>
        <Button busy={beginning.isBusy.value} onClick={() => void begin()}>
          {rowsIn.scan}
        </Button>
        <span class={styles.faint}>{rowsIn.scanNote}</span>
      </div>
    </Section>
  );
}
