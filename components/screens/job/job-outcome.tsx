import { useSignal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { SaidByPlatform } from '@/components/app/said-by-platform';
import { SettingsDoor } from '@/components/app/settings-door';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { tellOutcome } from '@/lib/i18n/tell-outcome';
import type { JobDetail } from '@/lib/messages/extension-contract';
import type { Choice, JobModel } from './job-model';
import type { JobPhase } from './job-phase';
import { phaseTones } from './job-tone';
import { SettleDialog } from './settle-dialog';
import { UnknownFacts } from './unknown-facts';

type Row = JobDetail['rows'][number];

export interface JobOutcomeProps {
  app: App;
  model: JobModel;
  phase: JobPhase;
  onRetry(): void;
}

/** What became of a job of one row. */
export function JobOutcome(props: JobOutcomeProps) {
  const { model, phase } = props;
  const row = model.detail.value?.rows[0];
  const subject = model.summary.value?.subject ?? '';
  // The summary is told, the row is read: for a moment the row may be of an earlier state.
  const settled = row?.state === phase ? row : undefined;
  if (phase === 'unknown') return <Unknown {...props} row={settled} subject={subject} />;
  if (phase === 'failed') return <Failed {...props} row={settled} subject={subject} />;
  const { release } = screenMessages.value;
  if (phase === 'succeeded')
    return (
      <Notice tone="ok" title={release.succeeded(subject)}>
        {settled && (
          <div>{settled.outcome?.decidedBy ? screenMessages.value.job.decidedByPerson : release.succeededNote}</div>
        )}
        <SaidByPlatform requestId={requestIdOf(settled)} />
      </Notice>
    );
  return <Notice tone={phaseTones[phase]} title={tellCancelled(settled)} actions={<RetryButton {...props} />} />;
}

/** That nothing was sent is said only of what was called off before anything left. */
export function tellCancelled(row: Row | undefined): string {
  const isCalledOff = row?.outcome?.reason === 'called-off';
  return isCalledOff ? screenMessages.value.release.calledOff : messages.value.jobs.rowStates.cancelled;
}

function Failed({ row, subject, ...props }: JobOutcomeProps & { row: Row | undefined; subject: string }) {
  const { release } = screenMessages.value;
  const described = tellOutcome('failed', row?.outcome);
  const byPerson = row?.outcome?.decidedBy !== undefined;
  const lastError = byPerson ? undefined : row?.attempts.at(-1)?.error;
  return (
    <Notice
      tone="bad"
      title={release.failed(subject)}
      actions={
        <>
          {lastError && <SettingsDoor app={props.app} error={lastError} />}
          <RetryButton {...props} />
        </>
      }
    >
      <div>{byPerson ? screenMessages.value.job.decidedByPerson : described.title}</div>
      <div>{byPerson ? release.failedNote : described.next}</div>
      <SaidByPlatform said={described.said} requestId={described.requestId ?? requestIdOf(row)} />
    </Notice>
  );
}

function Unknown({ model, row, subject }: JobOutcomeProps & { row: Row | undefined; subject: string }) {
  const chosen = useSignal<Choice | undefined>(undefined);
  const { release } = screenMessages.value;
  const described = tellOutcome('unknown', row?.outcome);
  const choose = (choice: Choice) => (
    <Button
      busy={model.acting.isBusy.value}
      onClick={() => {
        chosen.value = choice;
      }}
    >
      {screenMessages.value.job.settle.choices[choice].label}
    </Button>
  );
  return (
    <Notice
      tone="unknown"
      title={release.unknown(subject)}
      actions={
        <>
          {choose('mark-succeeded')}
          {choose('mark-failed')}
          {choose('send-again')}
        </>
      }
    >
      <div>{described.title}</div>
      <div>{described.next}</div>
      <SaidByPlatform said={described.said} requestId={described.requestId} />
      {row && <UnknownFacts row={row} />}
      {chosen.value && (
        <SettleDialog
          choice={chosen.value}
          subject={subject}
          onCancel={() => {
            chosen.value = undefined;
          }}
          onConfirm={() => {
            const choice = chosen.value;
            chosen.value = undefined;
            if (choice) void model.decide(row?.index ?? 0, choice);
          }}
        />
      )}
    </Notice>
  );
}

function RetryButton({ model, onRetry }: JobOutcomeProps) {
  if (!model.detail.value) return null;
  return <Button onClick={onRetry}>{screenMessages.value.release.releaseAgain}</Button>;
}

function requestIdOf(row: Row | undefined): string | undefined {
  return row?.outcome?.platform?.requestId ?? row?.attempts.at(-1)?.platformRequestId;
}
