import { CopyButton } from '@/components/ui/copy-button';
import { IdText } from '@/components/ui/id-text';
import { messages } from '@/lib/i18n/messages';
import styles from './said-by-platform.module.css';

/** The platform's own words, as plain text, and its id of the call to copy for its support. */
export function SaidByPlatform({ said, requestId }: { said?: string | undefined; requestId?: string | undefined }) {
  const { words } = messages.value;
  return (
    <>
      {said && <div>{words.platformSaid(said)}</div>}
      {requestId && (
        <div class={styles.requestId}>
          <span>{words.requestId}</span>
          <IdText>{requestId}</IdText>
          <CopyButton text={requestId} label={words.copyRequestId} copiedLabel={words.copied} />
        </div>
      )}
    </>
  );
}
