import { useSignal } from '@preact/signals';
import { Icon } from './icon';
import styles from './icon-button.module.css';
import { check, copy } from './icons';
import { LiveRegion } from './live-region';

export interface CopyButtonProps {
  text: string;
  label: string;
  copiedLabel: string;
  write?: ((text: string) => Promise<void>) | undefined;
}

/** Copies a text and says so for two seconds. */
export function CopyButton({ text, label, copiedLabel, write = writeToClipboard }: CopyButtonProps) {
  const isCopied = useSignal(false);
  async function copyText(): Promise<void> {
    try {
      await write(text);
    } catch {
      // The browser refused (no focus, or policy): no tick, and the text beside the button can be selected.
      return;
    }
    isCopied.value = true;
    setTimeout(() => {
      isCopied.value = false;
    }, 2000);
  }
  return (
    <>
      <button type="button" class={styles.button} aria-label={label} title={label} onClick={() => void copyText()}>
        <Icon shape={isCopied.value ? check : copy} size={14} />
      </button>
      <LiveRegion message={isCopied.value ? copiedLabel : ''} />
    </>
  );
}

function writeToClipboard(text: string): Promise<void> {
  return navigator.clipboard.writeText(text);
}
