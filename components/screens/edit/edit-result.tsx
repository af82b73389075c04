import { SaidByPlatform } from '@/components/app/said-by-platform';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { describeCrmError, editMessages } from '@/lib/i18n/edit-messages';
import { messages } from '@/lib/i18n/messages';
import type { CrmEdit } from '@/lib/messages/crm-contract';
import { Conflicts } from './conflicts';
import { issueWords } from './edit-field';
import type { PresentProps } from './edit-job';
import { FieldResults } from './field-results';
import { fieldLabel } from './show-value';

type Outcome = NonNullable<CrmEdit['outcome']>;

/** What became of an edit that is over. */
export function EditResult(props: PresentProps) {
  const { model } = props;
  const words = editMessages.value;
  const edit = model.edit.value;
  const isSaved = model.job.phase.value === 'succeeded';
  if (model.job.detail.value?.rows[0]?.outcome?.decidedBy)
    return (
      <Notice
        tone={isSaved ? 'ok' : 'bad'}
        title={isSaved ? words.markSaved : words.markNotSaved}
        role="status"
        actions={<GoOn {...props} />}
      >
        {words.decidedByPerson}
      </Notice>
    );
  if (!edit?.outcome) return <Skeleton label={messages.value.words.loading} lines={3} />;
  return <Of {...props} edit={edit} outcome={edit.outcome} />;
}

function Of({ edit, outcome, ...props }: PresentProps & { edit: CrmEdit; outcome: Outcome }) {
  const words = editMessages.value;
  switch (outcome.kind) {
    case 'saved':
    case 'partly-refused':
      return <Effect {...props} isUndo={edit.origin === 'undo'} outcome={outcome} />;
    case 'nothing-to-do':
      return (
        <Notice tone="info" role="status" title={words.nothingToDo} actions={<GoOn {...props} />}>
          {words.nothingToDoNote}
        </Notice>
      );
    case 'conflict':
      return <Conflicts {...props} edit={edit} outcome={outcome} />;
    case 'not-editable':
    case 'refused':
      return <Refused {...props} edit={edit} outcome={outcome} />;
    case 'invalid':
      return (
        <Notice tone="bad" role="alert" title={words.invalid} actions={<GoOn {...props} />}>
          {outcome.issues.map(({ field, reason }) => (
            <div key={field}>
              {fieldLabel(field, props.model.knowledge.value)} · {issueWords(reason)}
            </div>
          ))}
        </Notice>
      );
    default:
      return <Skeleton label={messages.value.words.loading} lines={3} />;
  }
}

function Effect({
  outcome,
  isUndo,
  ...props
}: PresentProps & { isUndo: boolean; outcome: Extract<Outcome, { kind: 'saved' | 'partly-refused' }> }) {
  const words = editMessages.value;
  const { model } = props;
  const records = [outcome.now, outcome.after];
  const isSaved = outcome.kind === 'saved';
  // One that the record does not show is not known to be saved.
  const saved = outcome.results.filter(({ state }) => state === 'saved').length;
  const done = isUndo ? words.undone(saved) : words.saved(saved);
  const savedNote = outcome.settledBy === 'reading' ? words.savedByReading : words.savedNote;
  return (
    <>
      <Notice
        tone={isSaved ? 'ok' : 'warn'}
        role={isSaved ? 'status' : 'alert'}
        title={isSaved ? done : words.partly}
        actions={
          <>
            <Button busy={model.acting.isBusy.value} onClick={() => void model.planUndo()}>
              {isUndo ? words.redo : words.undo}
            </Button>
            <GoOn {...props} />
          </>
        }
      >
        {isSaved ? savedNote : words.partlyNote}
      </Notice>
      <FieldResults model={model} results={outcome.results} changes={outcome.alsoChanged} records={records} />
    </>
  );
}

function Refused({
  edit,
  outcome,
  ...props
}: PresentProps & { edit: CrmEdit; outcome: Extract<Outcome, { kind: 'refused' | 'not-editable' }> }) {
  const described = describeCrmError(outcome.error);
  const refused = outcome.kind === 'refused' ? outcome : undefined;
  return (
    <>
      <Notice
        tone="bad"
        role="alert"
        title={`${editMessages.value.refused} · ${described.title}`}
        actions={<GoOn {...props} />}
      >
        <div>{described.next}</div>
        {refused?.fields.map(({ field, message }) => (
          <div key={`${field} ${message}`}>
            {fieldLabel(field, props.model.knowledge.value)} · {message}
          </div>
        ))}
        <SaidByPlatform {...described} />
      </Notice>
      <FieldResults model={props.model} results={refused?.results} records={[edit.before]} />
    </>
  );
}

function GoOn({ onEdit }: PresentProps) {
  return <Button onClick={() => onEdit()}>{editMessages.value.continueEditing}</Button>;
}
