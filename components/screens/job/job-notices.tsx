import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { JobModel } from './job-model';

/** Why it stands still, and what can be done. */
export function Paused({ app, model }: { app: App; model: JobModel }) {
  const { jobs } = messages.value;
  const pausedBy = model.summary.value?.pausedBy ?? { code: 'bug', detail: {} };
  const isBusy = model.acting.isBusy.value;
  return (
    <ErrorNotice
      app={app}
      tone="warn"
      error={pausedBy}
      actions={
        <>
          <Button busy={isBusy} onClick={() => void model.resume()}>
            {jobs.resume}
          </Button>
          <Button kind="ghost" busy={isBusy} onClick={() => void model.cancel()}>
            {jobs.cancelJob}
          </Button>
        </>
      }
    />
  );
}

/** It was to be called off and had left already. */
export function TooLate() {
  const { 'too-late': sentence } = screenMessages.value.errorReasons;
  return (
    <Notice tone="warn" title={sentence.title} role="status">
      {sentence.next}
    </Notice>
  );
}
