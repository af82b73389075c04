import type { ComponentChildren } from 'preact';
import type { App } from '@/components/app/app';
import { BulkDoor } from '@/components/app/bulk-door';
import { ErrorNotice } from '@/components/app/error-notice';
import { Frame, type FrameProps } from '@/components/app/frame';
import { goTo } from '@/components/app/route';
import { SetUpNotice } from '@/components/app/set-up-notice';
import { useSavedOnHide } from '@/components/app/use-model';
import { FollowedJob } from '@/components/screens/job/followed-job';
import { OtherJob } from '@/components/screens/job/other-job';
import { ConnectionField } from '@/components/screens/release/connection-field';
import { Preview } from '@/components/screens/release/preview';
import { Button } from '@/components/ui/button';
import { FooterBar } from '@/components/ui/footer-bar';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';
import type { ErrorData } from '@/lib/errors/app-error';
import { batchMessages } from '@/lib/i18n/batch-messages';
import { language, messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { BatchForm, BatchModel } from './batch-model';
import styles from './batch-screen.module.css';

/** More than that are counted. */
const mostNames = 20;

type Model = BatchModel & { form: BatchForm };

export interface BatchScreenProps {
  app: App;
  tab: FrameProps['tab'];
  title: string;
  operation: string;
  /** The form's id on the page. */
  formId: string;
  model: Model;
  /** What the row at this place of the form's content is called. */
  nameOf(place: number): string;
  footer: ComponentChildren;
  children: ComponentChildren;
}

/** A form of several rows and, once it was confirmed, the job that it became: one screen from intention to outcome. */
export function BatchScreen(props: BatchScreenProps) {
  const { app, tab, title, operation, model, footer } = props;
  useSavedOnHide(model.saveNow);
  const job = model.job.value;
  const isReady = model.isReady.value;
  const back = app.surface === 'popup' ? { label: messages.value.words.back, href: '#/opportunity' } : undefined;
  return (
    <Frame
      app={app}
      tab={tab}
      needsVault
      footer={isReady && (job ? <JobFooter model={model} jobId={job.jobId} /> : footer)}
    >
      <PageHeader title={title} back={back} action={<BulkDoor app={app} operation={operation} />} />
      {!isReady && <Skeleton label={messages.value.words.loading} lines={6} />}
      {isReady && !job && <Form {...props} />}
      {job?.wasThere && <Notice tone="info" title={batchMessages.value.batch.already} role="status" />}
      {job && <FollowedJob key={job.jobId} app={app} jobId={job.jobId} />}
    </Frame>
  );
}

function Form({ app, model, formId, nameOf, children }: BatchScreenProps) {
  const { release } = screenMessages.value;
  const error = model.submitting.error.value;
  const submit = async (event: Event) => {
    event.preventDefault();
    const faulty = await model.submit();
    if (faulty !== undefined) showControl(faulty);
    else if (app.state.value.vault.state === 'locked') document.getElementById('unlock-passphrase')?.focus();
  };
  // A scanner ends with Enter wherever it types: only the button submits.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.isComposing && event.target instanceof HTMLInputElement) event.preventDefault();
  };
  return (
    <form
      id={formId}
      novalidate
      class={styles.form}
      // What is typed while it is being submitted would be in no job and in no draft.
      inert={model.submitting.isBusy.value}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
    >
      <SetUpNotice app={app} />
      {model.isDraftRestored.value && (
        <Notice
          tone="neutral"
          title={release.draftKept}
          actions={
            <Button kind="link" onClick={() => void model.clear()}>
              {release.clearDraft}
            </Button>
          }
        />
      )}
      {error && <Overlap model={model} nameOf={nameOf} error={error} />}
      {children}
      <ConnectionField id={`${formId}-connection`} model={model} />
      <div>
        <Preview app={app} model={model} />
        <PreviewNote model={model} />
      </div>
    </form>
  );
}

function PreviewNote({ model }: { model: Model }) {
  const { preview, isOpen } = model.preview;
  const requests = preview.value?.requests ?? 1;
  if (!isOpen.value || requests === 1) return null;
  return <p class={styles.note}>{batchMessages.value.batch.requests(requests)}</p>;
}

/** What another job has of it, by name, and the way on without that. */
function Overlap({ model, nameOf, error }: Pick<BatchScreenProps, 'model' | 'nameOf'> & { error: ErrorData }) {
  const { batch } = batchMessages.value;
  const names = model.overlap.value.map(nameOf);
  const isUsed = error.detail.reason === 'intent-used';
  const take = names.length > 0 ? batch.takeOut(names.length, isUsed) : undefined;
  // What was at work elsewhere is out: nothing stands against the rest any more.
  if (error.detail.reason === 'rows-at-work' && names.length === 0) return null;
  const shown = new Intl.ListFormat(language.value, { type: 'unit' }).format(names.slice(0, mostNames));
  return (
    <ErrorNotice error={error} actions={<OtherJob error={error} label={take} onPress={() => model.resolve()} />}>
      {names.length > 0 && <div>{batch.overlap(shown, names.length - mostNames)}</div>}
    </ErrorNotice>
  );
}

function JobFooter({ model, jobId }: { model: Model; jobId: string }) {
  return (
    <FooterBar>
      <Button kind="ghost" onClick={() => goTo({ screen: 'job', jobId })}>
        {screenMessages.value.release.viewJob}
      </Button>
      <Button kind="primary" onClick={() => model.startAnother()}>
        {batchMessages.value.batch.again}
      </Button>
    </FooterBar>
  );
}

/** Focuses a control, opening what it is folded into. */
function showControl(id: string): void {
  const control = document.getElementById(id);
  for (let at = control?.closest('details'); at; at = at.parentElement?.closest('details')) at.open = true;
  (control?.matches('fieldset') ? control.querySelector('input') : control)?.focus();
}
