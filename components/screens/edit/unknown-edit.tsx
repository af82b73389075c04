import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { describeCrmError, editMessages } from '@/lib/i18n/edit-messages';
import type { PresentProps } from './edit-job';
import { FieldResults } from './field-results';

/** An edit that left and is not seen in the record: reading again tells, and never writes again. */
export function UnknownEdit({ model }: PresentProps) {
  const words = editMessages.value;
  const outcome = model.edit.value?.outcome;
  const unknown = outcome?.kind === 'unknown' ? outcome : undefined;
  const described = unknown && describeCrmError(unknown.error);
  const { job } = model;
  const isBusy = job.acting.isBusy.value;
  return (
    <>
      <Notice
        tone="unknown"
        role="alert"
        title={words.unknown}
        actions={
          <>
            <Button busy={isBusy} onClick={() => void job.decide(0, 'send-again')}>
              {words.checkAgain}
            </Button>
            <Button busy={isBusy} onClick={() => void job.decide(0, 'mark-succeeded')}>
              {words.markSaved}
            </Button>
            <Button busy={isBusy} onClick={() => void job.decide(0, 'mark-failed')}>
              {words.markNotSaved}
            </Button>
          </>
        }
      >
        {described && <div>{described.title}</div>}
        <div>{words.unknownNote}</div>
      </Notice>
      {unknown &&
        (unknown.results ? (
          <FieldResults isUnknown model={model} results={unknown.results} records={[unknown.now, unknown.after]} />
        ) : (
          <FieldResults model={model} changes={unknown.changes} records={[unknown.now]} />
        ))}
    </>
  );
}
