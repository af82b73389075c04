import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { useOnce } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LiveRegion } from '@/components/ui/live-region';
import { Section } from '@/components/ui/section';
import { Stack } from '@/components/ui/stack';
import { TextInput } from '@/components/ui/text-input';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { formatCount } from '@/lib/i18n/format-number';
import { language } from '@/lib/i18n/messages';
import styles from './bulk.module.css';
import { createScanModel } from './scan-model';

/** Cards one by one, each on disk before the next. */
export function Scanner({ app, jobId, total }: { app: App; jobId: string; total: number }) {
  const model = useOnce(() => createScanModel(app, jobId, total));
  const { scan } = bulkMessages.value;
  const error = model.adding.error.value;
  // Another window may have scanned into the same draft.
  const count = Math.max(total, model.count.value);
  return (
    <Stack>
      {error && <ErrorNotice app={app} error={error} />}
      <Field id="bulk-scan" label={scan.entry} hint={scan.entryHint}>
        {(control) => (
          <TextInput
            {...control}
            code
            autofocus
            value={model.entry.value}
            // A scanner ends each id with Enter.
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing) return;
              event.preventDefault();
              void model.add();
            }}
            onValue={(text) => {
              model.entry.value = text;
            }}
          />
        )}
      </Field>
      <Section title={scan.count(formatCount(language.value, count))}>
        {count === 0 && <p class={styles.faint}>{scan.none}</p>}
        <ol class={styles.scanned}>
          {model.latest.value.map(({ id, number }) => (
            <li key={number}>
              <span class={styles.faint}>{number}</span> <span class={styles.code}>{id}</span>
            </li>
          ))}
        </ol>
        <LiveRegion
          message={model.latest.value[0] ? `${model.latest.value[0].number} ${model.latest.value[0].id}` : ''}
        />
      </Section>
      {count > 0 && (
        <Button kind="primary" onClick={() => void model.end()}>
          {scan.end}
        </Button>
      )}
    </Stack>
  );
}
