import styles from './field-notes.module.css';
import { Icon } from './icon';
import { circleCross } from './icons';

export interface FieldNotesProps {
  id: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** The lines under a control. The error's place is always in the page, so that its coming is announced. */
export function FieldNotes({ id, hint, error }: FieldNotesProps) {
  return (
    <>
      <div id={`${id}-error`} class={styles.error} aria-live="polite">
        {error && (
          <>
            <Icon shape={circleCross} size={14} />
            <span>{error}</span>
          </>
        )}
      </div>
      {hint && (
        <div id={`${id}-hint`} class={styles.hint}>
          {hint}
        </div>
      )}
    </>
  );
}
