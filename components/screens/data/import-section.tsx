import { useSignal } from '@preact/signals';
import { ErrorNotice } from '@/components/app/error-notice';
import { bringIntoView } from '@/components/screens/options/focus';
import live from '@/components/screens/options/live.module.css';
import { ManagedNotice } from '@/components/screens/options/managed-notice';
import { VaultGateFields } from '@/components/screens/security/vault-gate-fields';
import { Icon } from '@/components/ui/icon';
import { joinClasses } from '@/components/ui/join-classes';
import { Notice } from '@/components/ui/notice';
import { upload } from '@/components/ui/screen-icons';
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
  function choose(files: FileList | null | undefined): void {
    const chosen = files?.[0];
    if (chosen) model.choose(chosen);
  }
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
        choose(event.dataTransfer?.files);
      }}
    >
      {file && (
        <div class={styles.file}>
          <strong>{file.name}</strong>
          <div class={styles.note}>{words.chosenNote}</div>
        </div>
      )}
      <div class={styles.pick}>
        <label class={styles.choose}>
          <Icon shape={upload} />
          {file ? words.otherFile : words.chooseFile}
          <input
            type="file"
            class={styles.input}
            accept=".json,application/json"
            onChange={(event) => {
              choose(event.currentTarget.files);
              // The same file, corrected, can be chosen again.
              event.currentTarget.value = '';
            }}
          />
        </label>
        {!file && <span class={styles.note}>{words.dropFile}</span>}
      </div>
    </section>
  );
}

function ImportFailure({ model }: { model: DataModel }) {
  const { data: words } = settingsMessages.value;
  const error = model.importAction.error.value;
  if (!error) return null;
  const { path } = error.detail;
  const { title, next } = tellError(error);
  return (
    <div ref={bringIntoView}>
      <ErrorNotice error={error} isInLiveRegion>
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
