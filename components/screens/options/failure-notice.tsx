import type { ComponentChildren } from 'preact';
import { CopyButton } from '@/components/ui/copy-button';
import { IdText } from '@/components/ui/id-text';
import { Notice } from '@/components/ui/notice';
import type { ErrorData } from '@/lib/errors/app-error';
import { messages } from '@/lib/i18n/messages';
import { tellError } from '@/lib/i18n/tell-error';

/** A failure as a sentence, what to do next, and the platform's id of the call to copy. */
export function FailureNotice({ error, children }: { error: ErrorData; children?: ComponentChildren }) {
  const { words } = messages.value;
  const { title, next, said, requestId } = tellError(error);
  return (
    <Notice tone="bad" title={title}>
      <div>{next}</div>
      {said && (
        <div>
          {words.platformSaid} {said}
        </div>
      )}
      {requestId && (
        <div>
          {words.requestId} <IdText>{requestId}</IdText>
          <CopyButton text={requestId} label={words.copyRequestId} copiedLabel={words.copied} />
        </div>
      )}
      {children}
    </Notice>
  );
}
