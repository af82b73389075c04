import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { isOpen } from '@/components/screens/job/job-phase';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import type { JobSummary } from '@/lib/messages/app-state';
import type { Draft } from '@/lib/messages/extension-contract';
import { mayBeOf } from '@/lib/messages/record-place';
import { releaseOpportunity } from '@/lib/operations/release-opportunity';
import { type ConnectionChoice, createConnectionChoice } from './connection-choice';
import { createDefaultValues, type DefaultValues } from './default-values';
import { createDraftKeeper, releaseScope } from './draft-keeper';
import { isOfOther, keepForOther } from './draft-of-other';
import { type PageOf, readPageOf } from './page-of';
import { createPreviewModel, type PreviewModel } from './preview-model';
import { createReleaseForm, type ReleaseField, type ReleaseForm } from './release-form';

export interface ReleaseModel extends ConnectionChoice {
  form: ReleaseForm;
  preview: PreviewModel;
  defaultValues: DefaultValues;
  isReady: ReadonlySignal<boolean>;
  /** Read from the page, so that there is nothing to type; false for what was typed, selected or linked. */
  isIdRead: ReadonlySignal<boolean>;
  /** The opportunity's title, while the form is about the one that the page or the draft named. */
  label: ReadonlySignal<string | undefined>;
  isDraftRestored: ReadonlySignal<boolean>;
  /** The opportunity that an earlier form opened here was corrected to: what was typed about it is kept, and not taken for this one. */
  otherDraftId: ReadonlySignal<string | undefined>;
  /** Territories that are known here, to pick from while typing. */
  territories: ReadonlySignal<readonly string[]>;
  /** The job that this became, or that was at work on it already. */
  job: ReadonlySignal<{ jobId: string; wasThere: boolean } | undefined>;
  submitting: Action;
  /** Submits once; answers the first faulty field when there is one. */
  submit(): Promise<ReleaseField | undefined>;
  /** Another intention for what is typed, where another window has used this one. */
  renew(): void;
  /** Forgets what was typed. */
  clear(): Promise<void>;
  /** Loads draft and page. */
  open(): Promise<void>;
  /** Opens, and keeps draft and preview in step; answers a function that ends it, saving what is unsaved. */
  start(): () => void;
  saveNow(): void;
}

export function createReleaseModel(app: App, opportunityId: string): ReleaseModel {
  const { state, client, ports, surface } = app;
  const scope = releaseScope(opportunityId);
  const form = createReleaseForm();
  const keeper = createDraftKeeper(client, scope);
  const submitting = createAction();
  const isReady = signal(false);
  const isDraftRestored = signal(false);
  const otherDraftId = signal<string | undefined>(undefined);
  const job = signal<{ jobId: string; wasThere: boolean } | undefined>(undefined);
  const page = signal<PageOf | undefined>(undefined);
  const source: Draft['source'] = surface === 'panel' ? 'panel' : 'popup';
  const draft = signal<Pick<Draft, 'intentId' | 'source' | 'label'>>({ intentId: ports.newIntentId(), source });
  let filled = '';
  const content = () => JSON.stringify([form.entered(), chosenConnection.value]);

  const choice = createConnectionChoice(app, () => page.value?.connection);
  const { connectionId, chosenConnection } = choice;
  const isSameId = computed(() => form.fields.opportunity_id.value.trim() === opportunityId);
  // What the page calls it: for the eye, and for the list of jobs.
  const label = computed(() => {
    const title = page.value?.context.title;
    return isSameId.value ? ((title && maskWhereFound(title)) ?? draft.value.label) : undefined;
  });
  const previewInput = computed(() =>
    connectionId.value !== undefined && form.isValid.value && !job.value
      ? {
          operation: releaseOpportunity.id,
          connectionId: connectionId.value,
          rows: [form.row.value],
          intentId: draft.value.intentId,
        }
      : undefined,
  );
  const preview = createPreviewModel(client, previewInput);

  async function open(): Promise<void> {
    const reading = readPageOf(app, opportunityId).catch(() => undefined);
    // A form without its draft or its page is still a form, and a page that takes its time is not waited for.
    const [found, pageOf] = await Promise.all([
      client.call('draft.read', { scope }).then(
        (read) => read.draft,
        () => undefined,
      ),
      Promise.race([reading, later(pageHeadStartMs)]),
    ]);
    const atWork = state.value.jobs.find(
      (known) => known.subject === opportunityId && isOpen(known) && isOfPage(known, pageOf),
    );
    const other = found && isOfOther(found, opportunityId) ? found : undefined;
    const kept = other ? undefined : found;
    if (other) await keepForOther(client, other, opportunityId);
    batch(() => {
      page.value = pageOf;
      otherDraftId.value = other?.values.opportunity_id?.trim();
      draft.value = kept ?? { intentId: ports.newIntentId(), source };
      chosenConnection.value = kept?.connectionId ?? chosenConnection.value;
      fill({ ...kept?.values, ...(opportunityId !== '' && { opportunity_id: opportunityId }) });
      // What a click on a page brought here may be no id at all: it is said at once, not only on submitting.
      if (opportunityId !== '') form.leave('opportunity_id');
      isDraftRestored.value = kept !== undefined && Object.keys(kept.values).length > 1;
      job.value = atWork && opportunityId !== '' ? { jobId: atWork.id, wasThere: true } : undefined;
      submitting.forget();
      isReady.value = true;
    });
    if (!pageOf) void reading.then(takeLatePage);
  }

  /** Another CRM can have an opportunity of the same number. */
  function isOfPage({ operation, connection }: JobSummary, place: PageOf | undefined): boolean {
    return mayBeOf(place ?? {}, state.value.connections, { operation, connectionId: connection.id });
  }

  /** What a form about this opportunity begins with: the page's word before the site rule's, that before the settings'. */
  function known(): Record<string, string> {
    const { operator, defaults } = state.value;
    const { context, defaults: ofSite } = page.value ?? {};
    const fromSettings = {
      territory_code: defaults.territoryCode,
      operator_id: operator.id,
      operator_name: operator.name,
    };
    return {
      ...fromSettings,
      ...ofSite,
      ...(context?.territory && { territory_code: context.territory }),
      opportunity_id: opportunityId,
    };
  }

  /** What the page says after all, unless the form is about another opportunity by now; a territory that somebody has typed meanwhile stays. */
  function takeLatePage(late: PageOf | undefined): void {
    if (!late || page.value || !isSameId.value) return;
    const before = known();
    page.value = late;
    const shown = state.value.jobs.find(({ id }) => id === job.value?.jobId);
    if (shown && !isOfPage(shown, late)) job.value = undefined;
    const entered = form.entered();
    const isUntouched = Object.entries(entered).every(([name, text]) => text === (before[name] ?? ''));
    const { territory } = late.context;
    if (isUntouched) fill({});
    else if (territory && entered.territory_code === before.territory_code)
      form.fields.territory_code.value = territory;
  }

  function fill(values: Readonly<Record<string, string>>): void {
    form.fill({ ...known(), ...values }, state.value.defaults.releaseReasons);
    filled = content();
  }

  function keepDraft(): void {
    const { intentId, source: from } = draft.value;
    keeper.keep({
      ...{ intentId, source: from, values: form.entered(), connectionId: chosenConnection.value },
      ...(label.value && { label: label.value }),
    });
  }

  async function create(): Promise<void> {
    const via = connectionId.value;
    if (via === undefined) return;
    // On disk while it is not known what becomes of it; what becomes a job is no draft any more.
    keeper.flush();
    const { jobId, created } = await client.call('job.create', {
      operation: releaseOpportunity.id,
      connectionId: via,
      intentId: draft.value.intentId,
      source: draft.value.source,
      ...(label.value && { label: label.value.slice(0, 200) }),
      rows: [form.row.value],
    });
    job.value = { jobId, wasThere: !created };
    await app.refresh();
  }

  return {
    form,
    preview,
    defaultValues: createDefaultValues(
      app,
      form,
      computed(() => page.value?.context.territory ?? page.value?.defaults?.territory_code),
    ),
    isReady,
    isIdRead: computed(() => page.value !== undefined && isSameId.value),
    label,
    isDraftRestored,
    otherDraftId,
    ...choice,
    territories: computed(() => [
      ...new Set([known().territory_code ?? '', state.value.defaults.territoryCode].filter(Boolean)),
    ]),
    job,
    submitting,
    async submit() {
      const faulty = form.checkAll();
      if (faulty || job.value) return faulty;
      if (!(await submitting.run(create))) keepDraft();
      preview.openIfRequired(submitting.error.value);
      return undefined;
    },
    renew() {
      draft.value = { ...draft.value, intentId: ports.newIntentId() };
      submitting.forget();
      keepDraft();
    },
    async clear() {
      keeper.drop();
      await client.call('draft.delete', { scope });
      await open();
    },
    open,
    saveNow: keeper.flush,
    start() {
      void open();
      const endPreview = preview.start();
      const endDraft = effect(() => {
        const isTouched = content() !== filled;
        // While it is being submitted it is not yet known whether it stays a draft.
        if (isReady.value && !job.value && !submitting.isBusy.value && isTouched) keepDraft();
      });
      return () => {
        endPreview();
        endDraft();
        keeper.flush();
      };
    },
  };
}

/** Most pages answer within that, and then the form opens complete. */
const pageHeadStartMs = 300;

function later(delayMs: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), delayMs));
}
