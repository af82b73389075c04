import type { App } from '@/components/app/app';
import { Frame } from '@/components/app/frame';
import { goTo } from '@/components/app/route';
import { useStarted } from '@/components/app/use-model';
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
import { About } from './about';
import { Changes } from './changes';
import { CrmErrorNotice } from './crm-error-notice';
import { CustomFields } from './custom-fields-view';
import { DocumentFields } from './document-fields';
import styles from './edit.module.css';
import { EditJob } from './edit-job';
import { createEditModel, type EditModel } from './edit-model';

const formId = 'edit-form';

/** One record of the CRM: its fields, what would be changed, and the job that changes it. */
export function EditScreen({ app, opportunityId }: { app: App; opportunityId: string }) {
  const model = useStarted(() => createEditModel(app, opportunityId));
  const words = editMessages.value;
  const jobId = model.jobId.value;
  const title = model.form.before.value?.values.title;
  return (
    <Frame app={app} tab="opportunity" needsVault footer={jobId === undefined && <Footer model={model} />}>
      <PageHeader title={words.title} back={{ label: messages.value.words.back, href: '#/opportunity' }}>
        <IdText>{opportunityId}</IdText>
        {title && <span>{title}</span>}
      </PageHeader>
      {jobId === undefined ? (
        <>
          <PageMoved app={app} formId={formId} screen="edit" opportunityId={opportunityId} />
          <Form app={app} model={model} />
        </>
      ) : (
        <EditJob
          key={jobId}
          app={app}
          jobId={jobId}
          onJob={(next) => model.follow(next)}
          onEdit={(kept) => void model.goOn(kept)}
        />
      )}
    </Frame>
  );
}

function Form({ app, model }: { app: App; model: EditModel }) {
  const words = editMessages.value;
  const { form, reading, saving, refusal } = model;
  if (model.connections.value.length === 0) return <NoConnection app={app} />;
  const error = reading.error.value;
  const isRead = form.before.value !== undefined;
  const submit = async (event: Event) => {
    event.preventDefault();
    const faulty = await model.save();
    if (faulty) document.getElementById(`edit-${faulty}`)?.focus();
  };
  return (
    <form id={formId} novalidate class={styles.form} onSubmit={(event) => void submit(event)}>
      {model.connections.value.length > 1 && <Connection model={model} />}
      {error && (
        <CrmErrorNotice
          app={app}
          error={error}
          actions={<Button onClick={() => void model.read(form.wanted.value)}>{words.readAgain}</Button>}
        />
      )}
      {!isRead && !error && app.state.value.vault.state !== 'locked' && <Skeleton label={words.reading} lines={6} />}
      {refusal.value && <CrmErrorNotice app={app} tone="warn" error={refusal.value} />}
      {isRead && (
        <>
          <About model={model} />
          <DocumentFields form={form} isClosed={refusal.value !== undefined} />
          <CustomFields form={form} isClosed={refusal.value !== undefined} />
          {saving.error.value && <CrmErrorNotice app={app} error={saving.error.value} />}
          {!refusal.value && <Changes model={model} />}
        </>
      )}
    </form>
  );
}

function Footer({ model }: { model: EditModel }) {
  const words = editMessages.value;
  const { form } = model;
  const count = form.changes.value.length;
  const issues = form.issues.value.length;
  if (!form.before.value) return null;
  return (
    <FooterBar hint={issues > 0 ? screenMessages.value.fields.issueCount(issues) : words.saveNote}>
      <Button kind="ghost" onClick={() => goTo({ screen: 'opportunity' })}>
        {messages.value.words.cancel}
      </Button>
      <Button
        type="submit"
        form={formId}
        kind="primary"
        busy={model.saving.isBusy.value}
        disabled={count === 0 || model.refusal.value !== undefined}
      >
        {words.save(count)}
      </Button>
    </FooterBar>
  );
}

function Connection({ model }: { model: EditModel }) {
  const choices = model.connections.value.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Field id="edit-connection" label={editMessages.value.connection}>
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
