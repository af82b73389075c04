import { useSignal } from '@preact/signals';
import { ErrorNotice } from '@/components/app/error-notice';
import { bringIntoView } from '@/components/screens/options/focus';
import live from '@/components/screens/options/live.module.css';
import { ManagedNotice } from '@/components/screens/options/managed-notice';
import { VaultGateFields } from '@/components/screens/security/vault-gate-fields';
import { Button } from '@/components/ui/button';
import { FileButton } from '@/components/ui/file-button';
import { joinClasses } from '@/components/ui/join-classes';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { Stack } from '@/components/ui/stack';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import { tellError } from '@/lib/i18n/tell-error';
import type { DataModel } from './data-model';
import styles from './data-screen.module.css';

export function ImportSection({ model }: { model: DataModel }) {
  const { data: words } = settingsMessages.value;
  const imported = model.imported.value;
  const file = model.file.value;
  return (
    <Section title={words.import}>
      <Stack>
        <div class={styles.note}>{words.importNote}</div>
        <ManagedNotice isManaged={model.isManaged.value} />
        {!model.isManaged.value && <FilePicker model={model} />}
        <div class={live.live} aria-live="polite">
          <ImportFailure model={model} />
          {imported && <Notice tone="ok" title={words.imported(imported.connections, imported.secrets)} />}
          {file && model.gate.need.value && <Notice tone="info" title={words.importWaits(file.name)} />}
        </div>
        <VaultGateFields gate={model.gate} mode={model.vaultMode.value} />
      </Stack>
    </Section>
  );
}

function FilePicker({ model }: { model: DataModel }) {
  const { data: words } = settingsMessages.value;
  const isOver = useSignal(false);
  const file = model.file.value;
  return (
    <section
      class={joinClasses(styles.drop, isOver.value && styles.over)}
      aria-label={words.import}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        const [chosen] = event.dataTransfer?.files ?? [];
        if (chosen) model.choose(chosen);
      }}
    >
      {file && (
        <div class={styles.file}>
          <strong>{file.name}</strong>
          <div class={styles.note}>{words.chosenNote}</div>
        </div>
      )}
      <div class={styles.pick}>
        <FileButton label={file ? words.otherFile : words.chooseFile} onFile={(chosen) => model.choose(chosen)} />
        {!file && <span class={styles.note}>{words.dropFile}</span>}
      </div>
    </section>
  );
}

function ImportFailure({ model }: { model: DataModel }) {
  const { data: words } = settingsMessages.value;
  const error = model.importAction.error.value;
  if (!error) return null;
  const { path, reason } = error.detail;
  // Not in the place of the button that was pressed: a double click agrees to nothing.
  const agree = reason === 'policy-loosened' && (
    <Button kind="danger" onClick={() => void model.importFile(true)}>
      {words.importLoosening}
    </Button>
  );
  const { title, next } = tellError(error);
  return (
    <div ref={bringIntoView}>
      <ErrorNotice error={error} actions={agree} isInLiveRegion>
        {path && !title.includes(path) && (
          <div>
            {words.problemAt} <code>{path}</code>
          </div>
        )}
        {!next.includes(words.nothingChanged) && <div>{words.nothingChanged}</div>}
      </ErrorNotice>
    </div>
  );
}
