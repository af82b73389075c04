import { useEffect, useRef } from 'preact/hooks';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import type { PreflightModel } from './preflight-model';

/** Corrects one cell where it stands: Enter saves, Escape leaves it as it was. */
export function CellEditor({ model, label }: { model: PreflightModel; label: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const { check } = bulkMessages.value;
  useEffect(() => {
    const input = frame.current?.querySelector('input');
    input?.focus();
    input?.select();
  }, []);
  const cell = model.edited.value;
  if (!cell) return null;
  return (
    <div ref={frame}>
      <Field
        id="bulk-cell"
        label={label}
        hint={cell.original === cell.text ? check.editHint : `${check.editHint} · ${check.original(cell.original)}`}
      >
        {(control) => (
          <TextInput
            {...control}
            code
            value={cell.text}
            onValue={model.type}
            onKeyDown={(event) => {
              if (event.isComposing) return;
              if (event.key === 'Enter') void model.saveEdit();
              if (event.key === 'Escape') model.cancelEdit();
            }}
          />
        )}
      </Field>
    </div>
  );
}
