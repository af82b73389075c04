import { ErrorNotice } from '@/components/app/error-notice';
import { Button } from '@/components/ui/button';
import { DropZone } from '@/components/ui/drop-zone';
import { Field } from '@/components/ui/field';
import { Stack } from '@/components/ui/stack';
import { TextArea } from '@/components/ui/text-area';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import type { RowsInModel } from './rows-in-model';

/** Longer than this, or of several lines: a table and not a word. It never enters the box, which would stand still over it. */
const longText = 2000;

/** Where rows come from: a box to paste or type into, or a file. */
export function RowsSource({ model }: { model: RowsInModel }) {
  const { rowsIn } = bulkMessages.value;
  const error = model.opening.error.value;
  const typed = model.typed.value;
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length < longText && !/[\t\n\r]./.test(text)) return;
    event.preventDefault();
    model.take({ text });
  };
  return (
    <Stack>
      {error && <ErrorNotice error={error} />}
      <Field id="bulk-paste" label={rowsIn.paste} hint={rowsIn.pasteHints[model.operation]}>
        {(control) => (
          <TextArea
            {...control}
            code
            rows={4}
            value={typed}
            onPaste={onPaste}
            onValue={(text) => {
              model.typed.value = text;
            }}
          />
        )}
      </Field>
      {typed.trim() !== '' && <Button onClick={() => model.take({ text: typed })}>{rowsIn.useTyped}</Button>}
      <DropZone
        id="bulk-file"
        choose={rowsIn.chooseFile}
        note={rowsIn.dropNote}
        accept=".csv,.tsv,.txt,.xlsx"
        onFile={(file) => model.take({ file })}
      />
    </Stack>
  );
}
