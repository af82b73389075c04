import type { ComponentChildren } from 'preact';
import { Notice } from '@/components/ui/notice';
import type { ErrorData } from '@/lib/errors/app-error';
import { FailureNotice } from './failure-notice';
import { bringIntoView } from './focus';
import styles from './live.module.css';
import type { Task } from './task';

export interface TaskNoticeProps {
  task: Task;
  /** What to say when it is done; nothing unless given. */
  done?: string | undefined;
  /** Failures that are told at a field. */
  isToldElsewhere?: ((error: ErrorData) => boolean) | undefined;
  /** More about a failure. */
  children?: ComponentChildren;
}

/** What became of a task. Its place is always in the page, so that its coming is read out. */
export function TaskNotice({ task, done, isToldElsewhere, children }: TaskNoticeProps) {
  const state = task.state.value;
  return (
    <div class={styles.live} aria-live="polite">
      {state.kind === 'failed' && !isToldElsewhere?.(state.error) && (
        <div ref={bringIntoView}>
          <FailureNotice error={state.error}>{children}</FailureNotice>
        </div>
      )}
      {state.kind === 'done' && done && <Notice tone="ok" title={done} />}
    </div>
  );
}
