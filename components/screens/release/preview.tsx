import type { ReadonlySignal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { CodeBlock } from '@/components/ui/code-block';
import { Disclosure } from '@/components/ui/disclosure';
import { Skeleton } from '@/components/ui/skeleton';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import styles from './preview.module.css';
import { layOutLines } from './preview-lines';
import type { PreviewModel } from './preview-model';
import { shownValue } from './shown-value';

interface Previewed {
  preview: PreviewModel;
  form: { isValid: ReadonlySignal<boolean> };
}

/** The exact request, before anything is sent. */
export function Preview({ app, model }: { app: App; model: Previewed }) {
  const { release } = screenMessages.value;
  const { isOpen } = model.preview;
  return (
    <Disclosure
      summary={release.dryRun}
      open={isOpen.value}
      onToggle={(open) => {
        isOpen.value = open;
      }}
    >
      {isOpen.value && <Request app={app} model={model} />}
    </Disclosure>
  );
}

function Request({ app, model }: { app: App; model: Previewed }) {
  const { words } = messages.value;
  const { release } = screenMessages.value;
  const preview = model.preview.preview.value;
  const error = model.preview.error.value;
  if (!model.form.isValid.value) return <p class={styles.note}>{release.dryRunIncomplete}</p>;
  if (error) return <ErrorNotice app={app} error={error} />;
  if (!preview) return <Skeleton label={words.loading} lines={4} />;
  return (
    <>
      <CodeBlock
        label={release.dryRun}
        head={`POST ${preview.endpoint}`}
        lines={layOutLines(preview.lines).map(([name, value]) => ({ name, ...shownValue(name, value) }))}
      />
      <p class={styles.note}>{release.dryRunNote}</p>
    </>
  );
}
