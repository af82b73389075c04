import { SaidByPlatform } from '@/components/app/said-by-platform';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { describeCrmError, editMessages } from '@/lib/i18n/edit-messages';
import { messages } from '@/lib/i18n/messages';
import type { CrmEdit } from '@/lib/messages/crm-contract';
import { Conflicts } from './conflicts';
import type { PresentProps } from './edit-job';
import { FieldResults } from './field-results';
import { fieldLabel } from './show-value';

type Outcome = NonNullable<CrmEdit['outcome']>;

/** What became of an edit that is over. */
export function EditResult(props: PresentProps) {
  const { model } = props;
  const words = editMessages.value;
  const edit = model.edit.value;
  const decided = model.job.detail.value?.rows[0]?.outcome?.decidedBy;
  if (decided)
    return (
      <Notice
        tone={model.job.phase.value === 'succeeded' ? 'ok' : 'bad'}
        title={model.job.phase.value === 'succeeded' ? words.markSaved : words.markNotSaved}
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
      return (
        <Notice
          tone="ok"
          role="status"
          title={words.saved(outcome.results.length)}
          actions={
            <>
              <UndoButton {...props} />
              <GoOn {...props} />
            </>
          }
        >
          <div>{outcome.settledBy === 'reading' ? words.savedByReading : words.savedNote}</div>
          <FieldResults model={props.model} results={outcome.results} records={[outcome.now, outcome.after]} />
          <FieldResults model={props.model} changes={outcome.alsoChanged} records={[outcome.now, outcome.after]} />
        </Notice>
      );
    case 'partly-refused':
      return (
        <Notice
          tone="warn"
          role="alert"
          title={words.partly}
          actions={
            <>
              <UndoButton {...props} />
              <GoOn {...props} />
            </>
          }
        >
          <div>{words.partlyNote}</div>
          <FieldResults model={props.model} results={outcome.results} records={[outcome.now, outcome.after]} />
          <FieldResults model={props.model} changes={outcome.alsoChanged} records={[outcome.now, outcome.after]} />
        </Notice>
      );
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
        <Notice tone="bad" role="alert" title={words.invalid} actions={<GoOn {...props} kept={edit.wanted} />}>
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

function Refused({
  edit,
  outcome,
  ...props
}: PresentProps & { edit: CrmEdit; outcome: Extract<Outcome, { kind: 'refused' | 'not-editable' }> }) {
  const words = editMessages.value;
  const described = describeCrmError(outcome.error);
  return (
    <Notice
      tone="bad"
      role="alert"
      title={`${words.refused} · ${described.title}`}
      actions={<GoOn {...props} kept={edit.wanted} />}
    >
      <div>{described.next}</div>
      {outcome.kind === 'refused' &&
        outcome.fields.map(({ field, message }) => (
          <div key={`${field} ${message}`}>
            {fieldLabel(field, props.model.knowledge.value)} · {message}
          </div>
        ))}
      {outcome.kind === 'refused' && outcome.results && (
        <FieldResults model={props.model} results={outcome.results} records={[edit.before]} />
      )}
      <SaidByPlatform {...described} />
    </Notice>
  );
}

function GoOn({ onEdit, kept }: PresentProps & { kept?: CrmEdit['wanted'] }) {
  return <Button onClick={() => onEdit(kept)}>{editMessages.value.continueEditing}</Button>;
}

function UndoButton({ model }: PresentProps) {
  return (
    <Button busy={model.acting.isBusy.value} onClick={() => void model.planUndo()}>
      {editMessages.value.undo}
    </Button>
  );
}

function issueWords(reason: string): string {
  const issues: Readonly<Record<string, string>> = editMessages.value.issues;
  return (Object.hasOwn(issues, reason) && issues[reason]) || editMessages.value.issues.other;
}
