import { ErrorNotice } from '@/components/app/error-notice';
import { layOutLines } from '@/components/screens/release/preview-lines';
import { shownValue } from '@/components/screens/release/shown-value';
import { CodeBlock } from '@/components/ui/code-block';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/section';
import { Skeleton } from '@/components/ui/skeleton';
import { bulkMessages, fieldWords } from '@/lib/i18n/bulk-messages';
import { formatCount } from '@/lib/i18n/format-number';
import { formatDuration, formatMoment } from '@/lib/i18n/format-time';
import { language, messages } from '@/lib/i18n/messages';
import styles from './bulk.module.css';
import type { ColumnsStepProps } from './columns-step';
import type { DraftPreview } from './draft-model';
import { rowNumber } from './draft-places';

/** How much it will be, how long it will take, and the exact first request. */
export function DryRun({ app, model, draft, operation }: ColumnsStepProps) {
  const { run } = bulkMessages.value;
  const { rows, requests, seconds, until } = draft.estimate;
  const count = (amount: number) => formatCount(language.value, amount);
  const error = model.previewing.error.value;
  if (draft.import.phase !== 'checked' || rows === 0) return null;
  return (
    <Section title={run.estimate(count(rows), count(requests))}>
      <p class={styles.faint}>
        {run.takes(
          formatDuration(language.value, Math.max(1, seconds) * 1000),
          formatMoment(language.value, until, app.ports.clock()),
        )}
      </p>
      <Disclosure
        summary={run.previewShow}
        onToggle={(isOpen) => {
          if (isOpen && !model.preview.peek()) void model.showPreview();
        }}
      >
        {error && <ErrorNotice app={app} error={error} />}
        {model.preview.value ? (
          <Request model={model} draft={draft} operation={operation} preview={model.preview.value} />
        ) : (
          !error && <Skeleton label={messages.value.words.loading} lines={4} />
        )}
      </Disclosure>
    </Section>
  );
}

/** As many row numbers as a line takes. */
const namedRows = 8;

function Request({ draft, operation, preview }: Omit<ColumnsStepProps, 'app'> & { preview: DraftPreview }) {
  const { run } = bulkMessages.value;
  const numbers = preview.rows.map((index) => formatCount(language.value, rowNumber(draft, index)));
  const named = numbers.length > namedRows ? [numbers[0], numbers.at(-1)].join('–') : numbers.join(' ');
  const fromRecord = preview.fromRecord.map((field) => fieldWords(operation, field).label);
  return (
    <>
      <CodeBlock
        label={run.preview}
        head={preview.head}
        lines={layOutLines(preview.lines).map(([name, value]) => ({ name, ...shownValue(name, value) }))}
      />
      {preview.body !== undefined && <pre class={styles.body}>{preview.body}</pre>}
      <p class={styles.faint}>{run.rowsOfRequest(named)}</p>
      <p class={styles.faint}>{run.previewNote(formatCount(language.value, preview.requests))}</p>
      {preview.isExampleKey && <p class={styles.faint}>{run.exampleKey}</p>}
      {fromRecord.length > 0 && (
        <p class={styles.faint}>{run.fromRecord(new Intl.ListFormat(language.value).format(fromRecord))}</p>
      )}
    </>
  );
}
