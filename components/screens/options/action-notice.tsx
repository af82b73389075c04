import type { ComponentChildren } from 'preact';
import type { Action } from '@/components/app/create-action';
import { ErrorNotice } from '@/components/app/error-notice';
import { Notice } from '@/components/ui/notice';
import type { ErrorData } from '@/lib/errors/app-error';
import { bringIntoView } from './focus';
import styles from './live.module.css';

export interface ActionNoticeProps {
  action: Action;
  /** What to say when it is done; nothing unless given. */
  done?: string | undefined;
  /** Failures that are told at a field. */
  isToldElsewhere?: ((error: ErrorData) => boolean) | undefined;
  /** More about a failure. */
  children?: ComponentChildren;
}

/** What became of an action. Its place is always in the page, so that its coming is read out. */
export function ActionNotice({ action, done, isToldElsewhere, children }: ActionNoticeProps) {
  const error = action.error.value;
  return (
    <div class={styles.live} aria-live="polite">
      {error && !isToldElsewhere?.(error) && (
        <div ref={bringIntoView}>
          <ErrorNotice error={error} isInLiveRegion>
            {children}
          </ErrorNotice>
        </div>
      )}
      {action.isDone.value && done && <Notice tone="ok" title={done} />}
    </div>
  );
}
