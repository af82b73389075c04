import type { ComponentChildren } from 'preact';
import styles from './dialog.module.css';

export interface DialogProps {
  /** Unique on the page. */
  id: string;
  title: string;
  children?: ComponentChildren;
  /** Buttons, the one that does it last. */
  actions: ComponentChildren;
  /** Escape was pressed. The dialog closes by no longer being rendered. */
  onCancel(): void;
}

/** A question that must be answered first: a native modal `dialog`, shown as long as it is rendered. */
export function Dialog({ id, title, children, actions, onCancel }: DialogProps) {
  return (
    <dialog
      ref={showModally}
      class={styles.dialog}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      {children && <div class={styles.content}>{children}</div>}
      <div class={styles.actions}>{actions}</div>
    </dialog>
  );
}

// Removing an open dialog does not give focus back as closing does, so it is closed on the way out.
function showModally(dialog: HTMLDialogElement | null): (() => void) | undefined {
  if (!dialog) return undefined;
  dialog.showModal();
  return () => dialog.close();
}
