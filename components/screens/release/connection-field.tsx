import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { ConnectionChoice } from './connection-choice';

/** Shown where there is something to choose. */
export function ConnectionField({ id, model }: { id: string; model: ConnectionChoice }) {
  const { release, fields } = screenMessages.value;
  const connections = model.connections.value;
  const chosen = model.connectionId.value;
  const isGone = chosen === undefined;
  if (connections.length < (isGone ? 1 : 2)) return null;
  const choices = connections.map(({ id: value, name, appKey }) => ({ value, label: `${name} · ${appKey}` }));
  return (
    <Field id={id} label={release.connection} error={isGone ? fields.issues.required : undefined}>
      {(control) => (
        <Select
          {...control}
          value={chosen ?? ''}
          choices={isGone ? [{ value: '', label: '' }, ...choices] : choices}
          onValue={(wanted) => {
            model.chosenConnection.value = wanted;
          }}
        />
      )}
    </Field>
  );
}
