import { useSignal } from '@preact/signals';
import { goTo } from '@/components/app/route';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FooterBar } from '@/components/ui/footer-bar';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { formatCount } from '@/lib/i18n/format-number';
import { language, messages } from '@/lib/i18n/messages';
import { type BulkOperationId, isBulkOperation } from './bulk-operations';
import type { Draft, DraftModel } from './draft-model';
import type { DraftPart } from './draft-screen';

interface DraftFooterProps {
  model: DraftModel;
  draft: Draft;
  part: DraftPart;
}

/** Away with it, or on: to the check, or, once nothing is in the way, to the run, named by what it does. */
export function DraftFooter({ model, draft, part }: DraftFooterProps) {
  const isDiscarding = useSignal(false);
  const { operation } = draft.summary;
  const words = bulkMessages.value;
  const isReading = draft.import.phase === 'reading';
  const hint = () => {
    if (isReading) return words.draft.keepNote;
    if (part === 'columns') return model.columns.changes.value ? words.columns.saveNote : words.draft.keepNote;
    return isBulkOperation(operation) ? runHint(model, draft, operation) : undefined;
  };
  return (
    <FooterBar hint={hint()}>
      <Button kind="ghost" onClick={() => (isDiscarding.value = true)}>
        {words.draft.discard}
      </Button>
      {!isReading && part === 'columns' && <ToCheck model={model} />}
      {!isReading && part === undefined && isBulkOperation(operation) && <Run model={model} operation={operation} />}
      {isDiscarding.value && <Discard model={model} draft={draft} onEnd={() => (isDiscarding.value = false)} />}
    </FooterBar>
  );
}

function ToCheck({ model }: { model: DraftModel }) {
  const go = async () => {
    if (await model.save()) goTo({ screen: 'job', jobId: model.jobId });
  };
  return (
    <Button kind="primary" busy={model.saving.isBusy.value} onClick={() => void go()}>
      {bulkMessages.value.columns.next}
    </Button>
  );
}

function Run({ model, operation }: { model: DraftModel; operation: BulkOperationId }) {
  const words = bulkMessages.value[operation];
  const ready = model.ready.value;
  return (
    <Button
      kind={operation === 'update-opportunity' ? 'primary' : 'danger'}
      busy={model.running.isBusy.value}
      disabled={model.obstacle.value !== undefined}
      onClick={() => void model.run()}
    >
      {words.run(formatCount(language.value, ready))}
    </Button>
  );
}

function runHint(model: DraftModel, draft: Draft, operation: BulkOperationId): string {
  const { run, [operation]: words } = bulkMessages.value;
  const count = (amount: number) => formatCount(language.value, amount);
  const obstacle = model.obstacle.value;
  if (obstacle === undefined) return words.note;
  if (obstacle === 'faulty') return run.faulty(count(draft.import.faulty));
  if (obstacle === 'too-many') return run.tooMany(count(draft.mostRows ?? 0));
  return run.obstacles[obstacle];
}

function Discard({ model, draft, onEnd }: { model: DraftModel; draft: Draft; onEnd(): void }) {
  const { draft: words } = bulkMessages.value;
  const discard = async () => {
    onEnd();
    if (await model.discard()) goTo({ screen: 'jobs' });
  };
  return (
    <Dialog
      id="discard"
      title={words.discardTitle}
      onCancel={onEnd}
      actions={
        <>
          <Button kind="ghost" onClick={onEnd}>
            {messages.value.words.cancel}
          </Button>
          <Button kind="danger" onClick={() => void discard()}>
            {words.discard}
          </Button>
        </>
      }
    >
      <p>{words.discardNote(formatCount(language.value, draft.import.total))}</p>
    </Dialog>
  );
}
