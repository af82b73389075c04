import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from './button';
import styles from './drop-zone.module.css';
import { joinClasses } from './join-classes';
import { upload } from './screen-icons';

export interface DropZoneProps {
  id: string;
  /** On the button. */
  choose: string;
  /** What may be dropped here. */
  note: string;
  /** For the browser's dialog, such as `.csv,.xlsx`. */
  accept: string;
  onFile(file: File): void;
  disabled?: boolean | undefined;
}

/** Takes one file, dropped or chosen. Only the button is a control: dropping is for those who have a mouse. */
export function DropZone({ id, choose, note, accept, onFile, disabled }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const isOver = useSignal(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the button does
    <div
      class={joinClasses(styles.zone, isOver.value && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        if (!disabled) take(event.dataTransfer?.files);
      }}
    >
      <Button icon={upload} disabled={disabled} onClick={() => input.current?.click()}>
        {choose}
      </Button>
      <span class={styles.note}>{note}</span>
      <input
        ref={input}
        id={id}
        type="file"
        hidden
        accept={accept}
        aria-label={choose}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again, after it was put right.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
