import { SaidByPlatform } from '@/components/app/said-by-platform';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import type { Tone } from '@/components/ui/tone';
import { describeCrmError, editMessages } from '@/lib/i18n/edit-messages';
import { messages } from '@/lib/i18n/messages';
import type { CrmFollowUp } from '@/lib/messages/crm-contract';
import { Change } from './change';
import type { FollowUpJobModel } from './follow-up-job-model';
import { FollowUpText } from './follow-up-text';
import { showValue } from './show-value';
import { UnknownFollowUp } from './unknown-follow-up';

export interface FollowUpResultProps {
  model: FollowUpJobModel;
  /** Back to the form with what was not written. */
  onEdit(): void;
  /** Back to the form, which begins anew. */
  onDone(): void;
}

/** What became of a follow-up. */
export function FollowUpResult(props: FollowUpResultProps) {
  const { model, onEdit, onDone } = props;
  const words = editMessages.value;
  const written = model.written.value;
  const phase = model.job.phase.value;
  if (!written) return <Skeleton label={messages.value.words.loading} lines={3} />;
  const { before, followUp, outcome } = written;
  const text = <FollowUpText followUp={followUp} knowledge={model.knowledge.value} records={[before]} />;
  const goOn = (go: () => void) => <Button onClick={go}>{words.continueEditing}</Button>;
  if (model.job.detail.value?.rows[0]?.outcome?.decidedBy) {
    const isWritten = phase === 'succeeded';
    const { markWritten, markNotWritten } = words.followUp;
    return (
      <Notice
        tone={isWritten ? 'ok' : 'bad'}
        role="status"
        title={isWritten ? markWritten : markNotWritten}
        actions={goOn(isWritten ? onDone : onEdit)}
      >
        <div>{words.decidedByPerson}</div>
        {text}
      </Notice>
    );
  }
  if (phase === 'unknown') return <UnknownFollowUp {...props} written={written} />;
  if (!outcome) return <Skeleton label={messages.value.words.loading} lines={3} />;
  const said = say(outcome);
  const described = 'error' in outcome ? describeCrmError(outcome.error) : undefined;
  return (
    <>
      <Notice
        tone={said.tone}
        role={said.tone === 'ok' ? 'status' : 'alert'}
        title={described ? `${said.title} · ${described.title}` : said.title}
        actions={goOn(outcome.kind === 'written' ? onDone : onEdit)}
      >
        <div>{described?.next ?? said.note}</div>
        {outcome.kind === 'refused' && outcome.fields.map(({ field, message }) => <div key={field}>{message}</div>)}
        {described && <SaidByPlatform {...described} />}
      </Notice>
      {text}
      <Stage written={written} model={model} />
    </>
  );
}

type Outcome = NonNullable<CrmFollowUp['outcome']>;

function say(outcome: Outcome): { tone: Tone; title: string; note?: string } {
  const words = editMessages.value.followUp;
  switch (outcome.kind) {
    case 'written':
      return outcome.stage === undefined || outcome.stage.state === 'saved'
        ? { tone: 'ok', title: words.written, note: words.writtenNote }
        : { tone: 'warn', title: words.stageNotMoved, note: words.stageNotMovedNote };
    case 'stage-changed':
      return { tone: 'warn', title: words.stageChanged, note: words.stageChangedNote };
    default:
      return { tone: 'bad', title: words.refused };
  }
}

/** What the stage was, what it is, and what was wanted where that is not the same. */
function Stage({ written: { outcome, before }, model }: { written: CrmFollowUp; model: FollowUpJobModel }) {
  if (!outcome) return null;
  const knowledge = model.knowledge.value;
  const records = [before, 'now' in outcome ? outcome.now : undefined];
  const show = (value: string | undefined) => showValue('stage', value, { knowledge, records });
  if (outcome.kind === 'written' && outcome.stage) {
    const { from, is, state, wanted } = outcome.stage;
    return (
      <Change list term="stage" knowledge={knowledge} from={show(from)} to={show(state === 'saved' ? wanted : is)} />
    );
  }
  if (outcome.kind !== 'stage-changed') return null;
  const { before: was, theirs } = outcome.conflict;
  return <Change list term="stage" knowledge={knowledge} from={show(was)} to={show(theirs)} />;
}
