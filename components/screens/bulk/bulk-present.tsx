import { useMemo } from 'preact/hooks';
import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { SaidByPlatform } from '@/components/app/said-by-platform';
import { CrmErrorNotice } from '@/components/screens/edit/crm-error-notice';
import { TooLate } from '@/components/screens/job/job-notices';
import { rowTones } from '@/components/screens/job/job-tone';
import { Button } from '@/components/ui/button';
import { CountdownRing } from '@/components/ui/countdown-ring';
import { Icon } from '@/components/ui/icon';
import { loaderCircle } from '@/components/ui/icons';
import { LiveRegion } from '@/components/ui/live-region';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Toast } from '@/components/ui/toast';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { formatCount, formatShare } from '@/lib/i18n/format-number';
import { formatDuration, formatMoment } from '@/lib/i18n/format-time';
import { language, messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { sellCards } from '@/lib/operations/sell-cards';
import { updateOpportunity } from '@/lib/operations/update-opportunity';
import styles from './bulk.module.css';
import type { BulkJobModel } from './bulk-job-model';
import { isBulkOperation } from './bulk-operations';
import { BulkOutcome, outcomeTitle } from './bulk-outcome';
import { NotifyMe } from './notify-me';
import { StuckNotice } from './stuck-notice';
import { countedStates } from './sum-line';
import { tellFailure } from './tell-row';

interface PresentProps {
  app: App;
  model: BulkJobModel;
}

/** Where a job of many rows stands: about to leave, on its way, stopped and why, or over. */
export function BulkPresent({ app, model }: PresentProps) {
  const phase = model.phase.value;
  const isHeld = phase === 'held' || phase === 'due';
  // As it was at first: what counts down is not read out again every second.
  const held = useMemo(() => heldSentence(model), [phase]);
  return (
    <>
      <StuckNotice app={app} job={model.summary.value} />
      {isHeld ? <Held model={model} /> : <Bar app={app} model={model} />}
      {(phase === 'preparing' || phase === 'running') && <NotifyMe app={app} />}
      {phase === 'paused' && <Paused app={app} model={model} />}
      {phase === 'running' && <LastFailure model={model} />}
      {model.summary.value.state === 'finished' && <BulkOutcome model={model} />}
      {model.isTooLate.value && !isHeld && <TooLate />}
      <LiveRegion message={spoken(model, held)} />
    </>
  );
}

function Held({ model }: { model: BulkJobModel }) {
  const { release } = screenMessages.value;
  const isDue = model.phase.value === 'due';
  return (
    <Toast
      sign={
        isDue ? (
          <Icon shape={loaderCircle} size={20} spinning />
        ) : (
          <CountdownRing secondsLeft={model.secondsLeft.value} secondsTotal={model.secondsTotal.value} />
        )
      }
      title={isDue ? release.due : heldSentence(model)}
      note={release.heldNote}
      action={
        <Button busy={model.acting.isBusy.value} onClick={() => void model.callOff()}>
          {release.callOff}
        </Button>
      }
    />
  );
}

function heldSentence(model: BulkJobModel): string {
  const { operation, total, counts } = model.summary.value;
  if (!isBulkOperation(operation)) return screenMessages.value.release.due;
  const count = formatCount(language.value, total - counts.skipped);
  return bulkMessages.value[operation].held(model.secondsLeft.value, count);
}

function Bar({ app, model }: PresentProps) {
  const { rowStates } = messages.value.jobs;
  const { job: words } = bulkMessages.value;
  const { counts, total, state, progress } = model.summary.value;
  const count = (amount: number) => formatCount(language.value, amount);
  if (state === 'preparing') {
    const sentence = words.preparing(count(progress?.done ?? 0), count(total));
    return (
      <div class={styles.progress} role="status">
        <ProgressBar label={sentence} segments={[{ tone: 'info', amount: progress?.done ?? 0 }]} total={total} />
        <div>{sentence}</div>
        <div class={styles.faint}>{words.preparingNext}</div>
      </div>
    );
  }
  const ended = countedStates.filter((kind) => kind !== 'waiting' && kind !== 'sending' && counts[kind] > 0);
  return (
    <div class={styles.progress}>
      <ProgressBar
        label={ended.map((kind) => `${rowStates[kind]} ${count(counts[kind])}`).join(' · ') || rowStates.waiting}
        segments={ended.map((kind) => ({ tone: rowTones[kind], amount: counts[kind] }))}
        total={total}
      />
      <div class={styles.ends}>
        <b>{formatShare(language.value, model.done.value, total)}</b>
        <span class={styles.faint}>{state === 'running' && paceOf(app, model)}</span>
      </div>
    </div>
  );
}

function paceOf(app: App, model: BulkJobModel): string {
  const { job: words } = bulkMessages.value;
  const rate = model.rate.value;
  const leftMs = model.leftMs.value;
  if (model.isWaiting.value) {
    const { notBefore } = model.summary.value;
    return words.waiting(formatMoment(language.value, notBefore, app.ports.clock()));
  }
  if (rate === undefined || leftMs === undefined) return words.measuring;
  const pace = rate >= 1 ? words.rate(count(rate)) : words.ratePerMinute(count(rate * 60));
  return `${pace} · ${words.left(formatDuration(language.value, leftMs))}`;
}

function count(amount: number): string {
  return formatCount(language.value, amount >= 10 ? Math.round(amount) : Math.round(amount * 10) / 10);
}

/** Why it stands still; to go on or to give up is in the footer. */
function Paused({ app, model }: PresentProps) {
  const { pausedBy, lastFailure, operation } = model.summary.value;
  const error = pausedBy ?? { code: 'bug', detail: {} };
  const isAlike = /^(same-failure|no-answers)$/.test(error.detail.reason ?? '');
  const alike = isAlike && lastFailure ? tellFailure(operation, lastFailure) : undefined;
  const Told = operation === updateOpportunity.id ? CrmErrorNotice : ErrorNotice;
  return (
    <Told app={app} tone="warn" error={error}>
      {alike && <div>{alike.title}</div>}
      {alike && !error.detail.platform && <SaidByPlatform said={alike.said} requestId={alike.requestId} />}
    </Told>
  );
}

function LastFailure({ model }: { model: BulkJobModel }) {
  const { job: words } = bulkMessages.value;
  const { lastFailure, operation } = model.summary.value;
  if (!lastFailure) return null;
  const { title, next, said, requestId } = tellFailure(operation, lastFailure);
  const isLost = lastFailure.code === 'outcome-unknown' || lastFailure.code === 'timed-out';
  const isResent = isLost && operation === sellCards.id;
  return (
    <Notice tone={isLost ? 'unknown' : 'warn'} title={words.lastFailure(title)}>
      <div>{isResent ? words.resendingSelf : next}</div>
      <SaidByPlatform said={said} requestId={requestId} />
    </Notice>
  );
}

// Not every count: what is read out again and again drowns everything else.
function spoken(model: BulkJobModel, held: string): string {
  const { release } = screenMessages.value;
  switch (model.phase.value) {
    case 'held':
      return held;
    case 'running':
      return release.sending;
    case 'succeeded':
    case 'failed':
    case 'unknown':
    case 'cancelled':
      return outcomeTitle(model.summary.value);
    default:
      return '';
  }
}
