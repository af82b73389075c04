import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { Frame } from '@/components/app/frame';
import { useSavedOnHide, useStarted } from '@/components/app/use-model';
import { EnableSite } from '@/components/screens/opportunity/enable-site';
import { focusFirstInvalid } from '@/components/screens/options/focus';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { FooterBar } from '@/components/ui/footer-bar';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { Stack } from '@/components/ui/stack';
import { TextInput } from '@/components/ui/text-input';
import type { ErrorData } from '@/lib/errors/app-error';
import { messages } from '@/lib/i18n/messages';
import { teachMessages } from '@/lib/i18n/teach-messages';
import { TaughtField } from './taught-field';
import { createTaughtPage, type TaughtPage } from './taught-page';
import { listFields, type PointField, rareFields, rareListFields, recordFields, rowsOf } from './taught-rule';
import styles from './teach.module.css';
import { createTeachModel, type TeachModel } from './teach-model';

/** Teaching a site's pages by pointing at what stands on them. */
export function TeachScreen({ app }: { app: App }) {
  const page = useStarted(() => createTaughtPage(app));
  const model = useStarted(() => createTeachModel(app, page.tab));
  useSavedOnHide(model.saveNow);
  const { teach } = teachMessages.value;
  return (
    <Frame app={app} tab="opportunity" footer={<Saving model={model} />}>
      <PageHeader
        title={teach.title}
        origin={page.host.value}
        back={{ label: messages.value.opportunity.title, href: '#/opportunity' }}
      />
      <p class={styles.soft}>{teach.explain}</p>
      <Standing model={model} page={page} />
      <Parts model={model} page={page} />
      {model.origin.value !== undefined && <About model={model} />}
    </Frame>
  );
}

/** What is going on, and what stands in the way. */
function Standing({ model, page }: { model: TeachModel; page: TaughtPage }) {
  const { teach } = teachMessages.value;
  const { opportunity } = messages.value;
  const tab = page.tab.value;
  const pointing = model.pointing.value;
  const error = errorOf(model);
  return (
    <>
      {(tab?.state === 'restricted' || tab?.state === 'no-access') && (
        <>
          <Notice tone="info" title={tab.state === 'restricted' ? opportunity.cannotRead : opportunity.needsClick}>
            {tab.barrier ? opportunity.barriers[tab.barrier] : opportunity.needsClickNext}
          </Notice>
          <EnableSite model={page} />
        </>
      )}
      {pointing && (
        <Notice
          tone="info"
          role="status"
          title={teach.pointing(teach.fields[pointing])}
          actions={<Button onClick={() => void model.stop()}>{teach.overlay.stop}</Button>}
        >
          {teach.pointingNext}
        </Notice>
      )}
      {model.ended.value && <Notice tone="neutral" role="status" title={teach.ended[model.ended.value]} />}
      {model.isElsewhere.value && model.origin.value && (
        <Notice tone="warn" role="status" title={teach.elsewhere(new URL(model.origin.value).host)} />
      )}
      {model.isRestored.value && (
        <Notice
          tone="info"
          role="status"
          title={teach.restored}
          actions={<Button onClick={() => void model.startOver()}>{teach.startOver}</Button>}
        />
      )}
      {error && !wrongPlace(error) && <ErrorNotice error={error} />}
      <Faults model={model} />
      {model.saving.isDone.value && (
        <>
          <Notice tone="ok" role="status" title={teach.saved(model.rule.value?.name ?? '')}>
            {teach.savedNext}
          </Notice>
          {tab?.granted === false && <EnableSite model={page} />}
        </>
      )}
    </>
  );
}

function errorOf({ asking, trialError, saving }: TeachModel): ErrorData | undefined {
  return asking.error.value ?? trialError.value ?? saving.error.value;
}

/** The place in the rule that a field here is for: it is said there what is wrong. */
function wrongPlace(error: ErrorData | undefined): string | undefined {
  return /: (name$|match\b.*)/.exec(error?.detail.path ?? '')?.[1];
}

/** What stands beside no field: it is the rule as a whole that does not do here. */
function Faults({ model }: { model: TeachModel }) {
  const { faults } = teachMessages.value.teach;
  const found = model.isElsewhere.value ? [] : model.trial.value?.faults;
  return (['does-not-match', 'too-slow'] as const)
    .filter((reason) => found?.some((fault) => fault.reason === reason))
    .map((reason) => (
      <Notice key={reason} tone="warn" role="status" title={faults[reason].title}>
        {faults[reason].next}
      </Notice>
    ));
}

function Parts({ model, page }: { model: TeachModel; page: TaughtPage }) {
  const { teach } = teachMessages.value;
  const hasRows = rowsOf(model.pointed.value, model.base.value) !== undefined;
  const tab = page.tab.value;
  const mayPoint =
    tab !== undefined && tab.origin !== undefined && tab.state !== 'restricted' && !model.isElsewhere.value;
  const start = (label: string, field: PointField) => (
    <Stack along="row">
      <Button
        kind={model.pointed.value[field] ? 'plain' : 'primary'}
        busy={model.asking.isBusy.value}
        disabled={!mayPoint}
        onClick={() => void model.point(field, true)}
      >
        {label}
      </Button>
    </Stack>
  );
  return (
    <>
      <Section title={teach.record}>
        <div class={styles.soft}>{teach.recordNote}</div>
        {!model.pointed.value.id && start(teach.start, 'id')}
        <Fields model={model} fields={recordFields} mayPoint={mayPoint} />
        <Disclosure summary={teach.more}>
          <Fields model={model} fields={rareFields} mayPoint={mayPoint} />
        </Disclosure>
      </Section>
      <Section title={teach.list}>
        <div class={styles.soft}>{teach.listNote}</div>
        {!hasRows && start(teach.startList, 'row')}
        {hasRows && <Fields model={model} fields={[...listFields, ...rareListFields]} mayPoint={mayPoint} />}
      </Section>
    </>
  );
}

function Fields({ model, fields, mayPoint }: { model: TeachModel; fields: readonly PointField[]; mayPoint: boolean }) {
  return (
    <ul class={styles.fields}>
      {fields.map((field) => (
        <TaughtField key={field} model={model} field={field} mayPoint={mayPoint} />
      ))}
    </ul>
  );
}

function About({ model }: { model: TeachModel }) {
  const { teach } = teachMessages.value;
  const bases = model.bases.value;
  const wrong = wrongPlace(errorOf(model));
  const pattern = model.rule.value?.match[Number(/\d+/.exec(wrong ?? '')?.[0])];
  return (
    <Stack>
      {bases.length > 0 && (
        <Field id="taught-base" label={teach.base} hint={model.base.value && teach.baseHint}>
          {(control) => (
            <Select
              {...control}
              value={model.base.value?.id ?? ''}
              choices={[
                ...bases.map(({ id, name }) => ({ value: id, label: name })),
                { value: '', label: teach.newRule },
              ]}
              onValue={(id) => void model.addTo(id || undefined)}
            />
          )}
        </Field>
      )}
      <Field id="taught-name" label={teach.name} error={wrong === 'name' ? teach.nameWrong : undefined}>
        {(control) => (
          <TextInput
            {...control}
            value={model.name.value}
            onValue={(text) => {
              model.name.value = text;
            }}
          />
        )}
      </Field>
      <Field
        id="taught-pages"
        label={teach.pages}
        hint={teach.pagesHint}
        error={wrong?.startsWith('match') ? teach.pagesWrong(pattern ?? '') : undefined}
      >
        {(control) => (
          <TextInput
            {...control}
            code
            value={model.pages.value}
            onValue={(text) => {
              model.pages.value = text;
            }}
          />
        )}
      </Field>
    </Stack>
  );
}

function Saving({ model }: { model: TeachModel }) {
  const { teach } = teachMessages.value;
  if (model.origin.value === undefined) return null;
  return (
    <FooterBar hint={model.rule.value ? undefined : teach.needsId}>
      <Button
        kind="primary"
        wide
        disabled={!model.rule.value}
        busy={model.saving.isBusy.value}
        onClick={() => void model.save().then((isSaved) => isSaved || focusFirstInvalid())}
      >
        {teach.save}
      </Button>
    </FooterBar>
  );
}
