import { ActionNotice } from '@/components/screens/options/action-notice';
import type { PreferencesModel } from '@/components/screens/options/preferences-model';
import { SectionPage } from '@/components/screens/options/section-page';
import { VaultGateActions } from '@/components/screens/security/vault-gate-fields';
import { Button } from '@/components/ui/button';
import { FooterBar } from '@/components/ui/footer-bar';
import { download } from '@/components/ui/screen-icons';
import { Section } from '@/components/ui/section';
import { Stack } from '@/components/ui/stack';
import { messages } from '@/lib/i18n/messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import type { DataModel } from './data-model';
import styles from './data-screen.module.css';
import { ImportSection } from './import-section';
import { JournalSection } from './journal-section';
import { KeepJobsSection } from './keep-jobs-section';

/** The settings file, in and out, and the proof that the journal is whole. */
export function DataScreen({ model, preferences }: { model: DataModel; preferences: PreferencesModel }) {
  const { data: words } = settingsMessages.value;
  return (
    <SectionPage title={words.title} explain={words.privacy} footer={<Footer model={model} />}>
      <ImportSection model={model} />
      <Section title={words.export}>
        <Stack>
          <div class={styles.note}>{words.exportNote}</div>
          <Stack along="row">
            <Button icon={download} busy={model.exportAction.isBusy.value} onClick={() => void model.exportFile()}>
              {words.export}
            </Button>
          </Stack>
          <ActionNotice action={model.exportAction} done={words.exported} />
        </Stack>
      </Section>
      <KeepJobsSection model={preferences} />
      <JournalSection model={model} />
    </SectionPage>
  );
}

function Footer({ model }: { model: DataModel }) {
  const { data: words } = settingsMessages.value;
  if (model.gate.need.value) {
    return (
      <FooterBar>
        <VaultGateActions gate={model.gate} leadsOn />
      </FooterBar>
    );
  }
  if (!model.file.value) return null;
  const isBusy = model.importAction.isBusy.value;
  return (
    <FooterBar>
      <Button kind="ghost" onClick={() => model.dismiss()}>
        {messages.value.words.cancel}
      </Button>
      <Button kind="primary" busy={isBusy} onClick={() => void model.importFile()}>
        {isBusy ? words.importing : words.importConfirm}
      </Button>
    </FooterBar>
  );
}
