import { useEffect } from 'preact/hooks';
import type { App } from '@/components/app/app';
import { Frame } from '@/components/app/frame';
import { goTo } from '@/components/app/route';
import { useSavedOnHide, useStarted } from '@/components/app/use-model';
import { OtherJob } from '@/components/screens/job/other-job';
import { PageMoved } from '@/components/screens/opportunity/page-moved';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FooterBar } from '@/components/ui/footer-bar';
import { plus } from '@/components/ui/icons';
import { IdText } from '@/components/ui/id-text';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { editMessages } from '@/lib/i18n/edit-messages';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import { About } from './about';
import { Changes } from './changes';
import { CrmErrorNotice } from './crm-error-notice';
import { CrmJob } from './crm-job';
import { CustomFields } from './custom-fields-view';
import { DocumentFields } from './document-fields';
import styles from './edit.module.css';
import { createEditModel, type EditModel } from './edit-model';
import { FollowUpFields } from './follow-up-fields';
import { TypedConflicts } from './typed-conflicts';

const formId = 'edit-form';

/** One record of the CRM: its fields, what would be changed and written, and the job that does it. */
export function EditScreen({
  app,
  opportunityId,
  part,
}: {
  app: App;
  opportunityId: string;
  part?: string | undefined;
}) {
  const model = useStarted(() => createEditModel(app, opportunityId));
  useSavedOnHide(model.kept.saveNow);
  const isRead = model.form.before.value !== undefined;
  useEffect(() => {
    if (isRead && part) beginWith(model, part);
  }, [isRead]);
  const job = model.job.value;
  const title = model.form.before.value?.values.title;
  return (
    <Frame
      app={app}
      tab="opportunity"
      needsVault
      footer={job ? <JobFooter jobId={job.jobId} /> : <Footer model={model} />}
    >
      <PageHeader title={editMessages.value.title} back={{ label: messages.value.words.back, href: '#/opportunity' }}>
        <IdText>{opportunityId}</IdText>
        {title && <span>{maskWhereFound(title)}</span>}
      </PageHeader>
      {job ? (
        <CrmJob key={job.jobId} app={app} {...job} onJob={(next) => model.follow(next)} onEdit={() => model.goOn()} />
      ) : (
        <>
          <PageMoved app={app} formId={formId} screen="edit" opportunityId={opportunityId} />
          <Form app={app} model={model} />
        </>
      )}
    </Frame>
  );
}

/** Puts the focus on the field that somebody came for; a follow-up has its first words, unless there are some already. */
function beginWith({ followUp }: EditModel, part: string): void {
  const isFollowUp = part === 'follow-up';
  if (isFollowUp && !followUp.followUp.value) followUp.fill({ content: editMessages.value.followUp.begin });
  // What was just filled in is drawn first, so that the caret stands behind it.
  requestAnimationFrame(() => document.getElementById(isFollowUp ? 'follow-up-content' : `edit-${part}`)?.focus());
}

function Form({ app, model }: { app: App; model: EditModel }) {
  const words = editMessages.value;
  const { form, reading, saving, refusal, kept } = model;
  if (model.connections.value.length === 0) return <NoConnection app={app} />;
  const error = reading.error.value;
  const isRead = form.before.value !== undefined;
  const mustChoose = model.mustChoose.value;
  const unsaved = model.unsaved.value;
  // Not before it is known whether one has to be chosen.
  const isConnectionShown =
    mustChoose || (model.connections.value.length > 1 && model.connectionId.value !== undefined);
  const isClosed = refusal.value !== undefined;
  const submit = async (event: Event) => {
    event.preventDefault();
    const faulty = document.getElementById((await model.save()) ?? '');
    (faulty?.matches('fieldset') ? faulty.querySelector('input') : faulty)?.focus();
  };
  return (
    <form
      id={formId}
      novalidate
      class={styles.form}
      // What is typed while it is being submitted would be in no job and in no draft.
      inert={saving.isBusy.value}
      onSubmit={(event) => void submit(event)}
    >
      {isConnectionShown && <Connection model={model} />}
      {error && (
        <CrmErrorNotice
          app={app}
          isReading
          error={error}
          actions={<Button onClick={() => void model.read()}>{words.readAgain}</Button>}
        />
      )}
      {!isRead && !error && !mustChoose && app.state.value.vault.state !== 'locked' && (
        <Skeleton label={words.reading} lines={6} />
      )}
      {isRead && kept.isRestored.value && model.canSave.value && (
        <Notice
          tone="info"
          role="status"
          title={words.restored}
          actions={<Button onClick={() => void model.discard()}>{words.discard}</Button>}
        />
      )}
      {isRead && unsaved && (
        <Notice
          tone="warn"
          role="status"
          title={words.unsaved}
          actions={
            <>
              <Button onClick={() => model.follow(unsaved)}>{words.seeUnsaved}</Button>
              <Button kind="ghost" onClick={() => model.leaveUnsaved(unsaved.jobId)}>
                {words.leaveUnsaved}
              </Button>
            </>
          }
        />
      )}
      {refusal.value && <CrmErrorNotice app={app} tone="warn" error={refusal.value} />}
      {isRead && (
        <>
          <TypedConflicts model={model} />
          <About model={model} now={app.ports.clock()} />
          <DocumentFields form={form} isClosed={isClosed} />
          <CustomFields form={form} isClosed={isClosed} />
          <FollowUpFields model={model} />
          {saving.error.value && (
            <CrmErrorNotice
              app={app}
              error={saving.error.value}
              actions={<OtherJob error={saving.error.value} onPress={() => void model.renew()} />}
            />
          )}
          <Changes model={model} />
        </>
      )}
    </form>
  );
}

function Footer({ model }: { model: EditModel }) {
  const words = editMessages.value;
  const { form, followUp } = model;
  const count = form.changes.value.length;
  const hasFollowUp = followUp.followUp.value !== undefined;
  const issues = form.issues.value.length + followUp.issues.value.length;
  if (!form.before.value) return null;
  const { edit, both, followUp: alone } = words.saveNotes;
  const note = hasFollowUp ? (count > 0 ? both : alone) : edit;
  return (
    <FooterBar hint={issues > 0 ? screenMessages.value.fields.issueCount(issues) : note}>
      <Button kind="ghost" onClick={() => goTo({ screen: 'opportunity' })}>
        {messages.value.words.cancel}
      </Button>
      <Button
        type="submit"
        form={formId}
        kind="primary"
        busy={model.saving.isBusy.value}
        disabled={!model.canSave.value}
      >
        {words.save(count, hasFollowUp)}
      </Button>
    </FooterBar>
  );
}

function JobFooter({ jobId }: { jobId: string }) {
  const { viewJob, done } = screenMessages.value.release;
  return (
    <FooterBar>
      <Button kind="ghost" onClick={() => goTo({ screen: 'job', jobId })}>
        {viewJob}
      </Button>
      <Button kind="primary" onClick={() => goTo({ screen: 'opportunity' })}>
        {done}
      </Button>
    </FooterBar>
  );
}

function Connection({ model }: { model: EditModel }) {
  const words = editMessages.value;
  const none = model.mustChoose.value ? [{ value: '', label: words.chooseConnection }] : [];
  const choices = [...none, ...model.connections.value.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <Field id="edit-connection" label={words.connection}>
      {(control) => (
        <Select
          {...control}
          value={model.connectionId.value ?? ''}
          choices={choices}
          onValue={(id) => model.chooseConnection(id)}
        />
      )}
    </Field>
  );
}

function NoConnection({ app }: { app: App }) {
  const words = editMessages.value;
  return (
    <Notice
      tone="info"
      title={words.noConnection}
      actions={
        <Button icon={plus} onClick={() => void app.ports.openOptions('connections')}>
          {words.addConnection}
        </Button>
      }
    >
      {words.noConnectionNext}
    </Notice>
  );
}
