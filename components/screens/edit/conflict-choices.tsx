import { RadioList } from '@/components/ui/radio-list';
import { editMessages } from '@/lib/i18n/edit-messages';
import type { Conflict } from '@/lib/opportunities/difference';
import type { Choice } from './kept-edit';

interface Props {
  /** What the ids of the choices begin with. */
  scope: string;
  conflicts: readonly Conflict[];
  chosen: Readonly<Record<string, Choice>>;
  label(field: string): string;
  show(field: string, value: string | undefined): string;
  onChoose(conflict: Conflict, choice: Choice): void;
}

/** What others changed meanwhile: theirs or yours, field by field. */
export function ConflictChoices({ scope, conflicts, chosen, label, show, onChoose }: Props) {
  const words = editMessages.value;
  return (
    <>
      {conflicts.map((conflict) => {
        const { field, before, theirs, yours } = conflict;
        return (
          <RadioList<Choice>
            key={field}
            id={`${scope}-${field}`}
            label={`${label(field)} · ${words.wasBefore(show(field, before))}`}
            value={chosen[field]}
            choices={[
              { value: 'theirs', label: words.theirs(show(field, theirs)) },
              { value: 'yours', label: words.yours(show(field, yours)) },
            ]}
            onValue={(choice) => onChoose(conflict, choice)}
          />
        );
      })}
    </>
  );
}
