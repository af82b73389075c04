import { RadioList } from '@/components/ui/radio-list';
import { editMessages } from '@/lib/i18n/edit-messages';
import type { Conflict } from '@/lib/opportunities/difference';
import type { Choice } from './kept-edit';
import { maskBeside } from './show-value';

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
        const { field } = conflict;
        const texts = [conflict.before, conflict.theirs, conflict.yours].map((value) => show(field, value));
        const [before = '', theirs = '', yours = ''] = texts.map(maskBeside(texts));
        return (
          <RadioList<Choice>
            key={field}
            id={`${scope}-${field}`}
            label={`${label(field)} · ${words.wasBefore(before)}`}
            value={chosen[field]}
            choices={[
              { value: 'theirs', label: words.theirs(theirs) },
              { value: 'yours', label: words.yours(yours) },
            ]}
            onValue={(choice) => onChoose(conflict, choice)}
          />
        );
      })}
    </>
  );
}
