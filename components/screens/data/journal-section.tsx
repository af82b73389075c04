import { ActionNotice } from '@/components/screens/options/action-notice';
import live from '@/components/screens/options/live.module.css';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { shieldCheck } from '@/components/ui/screen-icons';
import { Section } from '@/components/ui/section';
import { Stack } from '@/components/ui/stack';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import type { DataModel } from './data-model';
import styles from './data-screen.module.css';

export function JournalSection({ model }: { model: DataModel }) {
  const { data: words } = settingsMessages.value;
  const { journal } = screenMessages.value;
  const isBusy = model.verifyAction.isBusy.value;
  return (
    <Section title={words.journal}>
      <Stack>
        <div class={styles.note}>{words.journalNote}</div>
        <Stack along="row">
          <Button icon={shieldCheck} busy={isBusy} onClick={() => void model.verifyJournal()}>
            {isBusy ? journal.verifying : journal.verify}
          </Button>
        </Stack>
        <div class={live.live} aria-live="polite">
          {model.verified.value && <Verified {...model.verified.value} />}
        </div>
        <ActionNotice action={model.verifyAction} />
      </Stack>
    </Section>
  );
}

function Verified({ entries, brokenAt }: { entries: number; brokenAt?: number | undefined }) {
  const { journal } = screenMessages.value;
  if (brokenAt === undefined) return <Notice tone="ok" title={journal.verified(entries)} />;
  return (
    <Notice tone="bad" title={journal.broken(brokenAt)}>
      {journal.brokenNext}
    </Notice>
  );
}
