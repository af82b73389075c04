import { Verification } from '@/components/screens/journal/verification';
import { ActionNotice } from '@/components/screens/options/action-notice';
import { Button } from '@/components/ui/button';
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
  const { action, verify } = model.journal;
  const isBusy = action.isBusy.value;
  return (
    <Section title={words.journal}>
      <Stack>
        <div class={styles.note}>{words.journalNote}</div>
        <Stack along="row">
          <Button icon={shieldCheck} busy={isBusy} onClick={() => void verify()}>
            {isBusy ? journal.verifying : journal.verify}
          </Button>
        </Stack>
        <Verification model={model.journal} />
        <ActionNotice action={action} />
      </Stack>
    </Section>
  );
}
