import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import type { PreflightModel } from './preflight-model';

/**
 * Corrects one cell where it stands: Enter saves, Escape leaves it as it was. A cell of several lines keeps them, and
 * gets more by Shift and Enter.
 */
export function CellEditor({ model, label }: { model: PreflightModel; label: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const { check } = bulkMessages.value;
  useEffect(() => {
    const input = frame.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    input?.focus();
    input?.select();
  }, []);
  const cell = model.edited.value;
  // As it was opened: the control must not become another one under the fingers.
  const hasLines = useMemo(() => /[\r\n]/.test(`${cell?.original}${cell?.text}`), []);
  if (!cell) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') model.cancelEdit();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void model.saveEdit();
  };
  const hint = hasLines ? check.editLinesHint : check.editHint;
  return (
    <div ref={frame}>
      <Field
        id="bulk-cell"
        label={label}
        hint={cell.original === cell.text ? hint : `${hint} · ${check.original(cell.original)}`}
      >
        {(control) => {
          const shared = { ...control, code: true, value: cell.text, onValue: model.type, onKeyDown };
          return hasLines ? <TextArea {...shared} rows={3} /> : <TextInput {...shared} />;
        }}
      </Field>
    </div>
  );
}
