import { goTo } from '@/components/app/route';
import { phaseTones } from '@/components/screens/job/job-tone';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { formatCount } from '@/lib/i18n/format-number';
import { language } from '@/lib/i18n/messages';
import type { JobSummary } from '@/lib/messages/app-state';
import { updateOpportunity } from '@/lib/operations/update-opportunity';
import type { BulkJobModel } from './bulk-job-model';
import { isBulkOperation } from './bulk-operations';

/** What became of it as a whole, and what can be done now. */
export function BulkOutcome({ model }: { model: BulkJobModel }) {
  const { job: words, ...all } = bulkMessages.value;
  const job = model.summary.value;
  const { counts, operation } = job;
  const isBusy = model.acting.isBusy.value;
  const isUndone =
    operation === updateOpportunity.id && job.undoOf === undefined && counts.succeeded + partlyDone(job) > 0;
  const open = async (draft: Promise<string | undefined>) => {
    const jobId = await draft;
    if (jobId !== undefined) goTo({ screen: 'job', jobId });
  };
  const labels = { failed: words.retryFailed, cancelled: words.retryCancelled };
  return (
    <Notice
      tone={phaseTones[model.phase.value]}
      title={outcomeTitle(job)}
      actions={
        <>
          {(['failed', 'cancelled'] as const).map(
            (rows) =>
              counts[rows] > 0 && (
                <Button key={rows} busy={isBusy} onClick={() => void open(model.retry(rows))}>
                  {labels[rows](formatCount(language.value, counts[rows]))}
                </Button>
              ),
          )}
          {isUndone && (
            <Button busy={isBusy} onClick={() => void open(model.undo())}>
              {words.undo}
            </Button>
          )}
        </>
      }
    >
      {counts.unknown > 0 && isBulkOperation(operation) && <div>{all[operation].unknownNext}</div>}
      {counts.failed > 0 && <div>{words.retryNote}</div>}
      {counts.cancelled > 0 && <div>{words.cancelledNote}</div>}
      {isUndone && <div>{words.undoNote}</div>}
    </Notice>
  );
}

/** In a sentence: all, some of all, none, or not certain; and what was done in part. */
export function outcomeTitle(job: JobSummary): string {
  const { operation, counts, total } = job;
  if (!isBulkOperation(operation)) return '';
  const { [operation]: words, job: text } = bulkMessages.value;
  const count = (amount: number) => formatCount(language.value, amount);
  if (counts.unknown > 0) return words.unknown(count(counts.unknown));
  if (counts.succeeded === total) return words.done(count(total));
  const partly = partlyDone(job);
  if (counts.succeeded === 0) return partly > 0 ? text.partlyOnly(count(partly)) : words.none;
  const mixed = words.mixed(count(counts.succeeded), count(total));
  return partly > 0 ? text.partlyToo(mixed, count(partly)) : mixed;
}

/** Rows that failed with some of it done. */
function partlyDone({ noted }: JobSummary): number {
  return noted?.partly ?? 0;
}
