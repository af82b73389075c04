import styles from './file-button.module.css';
import { Icon } from './icon';
import { upload } from './screen-icons';

export interface FileButtonProps {
  label: string;
  onFile(file: File): void;
}

/** Chooses one JSON file. */
export function FileButton({ label, onFile }: FileButtonProps) {
  return (
    <label class={styles.choose}>
      <Icon shape={upload} />
      {label}
      <input
        type="file"
        class={styles.input}
        accept=".json,application/json"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file, corrected, can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
