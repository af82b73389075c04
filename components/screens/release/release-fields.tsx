import { effect, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { goTo } from '@/components/app/route';
import { SetUpNotice } from '@/components/app/set-up-notice';
import { OtherJob } from '@/components/screens/job/other-job';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { Stack } from '@/components/ui/stack';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { ConnectionField } from './connection-field';
import { MemoFields } from './memo-fields';
import { Preview } from './preview';
import styles from './release-fields.module.css';
import type { ReleaseField } from './release-form';
import type { ReleaseModel } from './release-model';
import { ReleaseTextField } from './release-text-field';
import { SaveDefaults } from './save-defaults';

const moreFields = ['out_release_time', 'ext_info'] as const satisfies readonly ReleaseField[];

export interface ReleaseFieldsProps {
  app: App;
  model: ReleaseModel;
  formId: string;
}

export function ReleaseFields({ app, model, formId }: ReleaseFieldsProps) {
  const { release, fields } = screenMessages.value;
  const error = model.submitting.error.value;
  const submit = async (event: Event) => {
    event.preventDefault();
    const faulty = await model.submit();
    if (faulty) focusField(faulty);
    else if (app.state.value.vault.state === 'locked') document.getElementById('unlock-passphrase')?.focus();
  };
  return (
    <form
      id={formId}
      novalidate
      class={styles.form}
      // What is typed while it is being submitted would be in no job and in no draft.
      inert={model.submitting.isBusy.value}
      onSubmit={(event) => void submit(event)}
    >
      <SetUpNotice app={app} />
      {model.isDraftRestored.value && <RestoredDraft model={model} />}
      {model.otherDraftId.value && <OtherDraft opportunityId={model.otherDraftId.value} />}
      {error && (
        <ErrorNotice app={app} error={error} actions={<OtherJob error={error} onPress={() => model.renew()} />} />
      )}
      {!model.isIdRead.value && (
        <ReleaseTextField model={model} name="opportunity_id" label={fields.labels.opportunity_id} numeric />
      )}
      <MemoFields app={app} model={model} />
      <ReleaseTextField
        model={model}
        name="territory_code"
        label={release.territory}
        suggestions={model.territories.value}
      />
      <div>
        <Stack along="pair">
          <ReleaseTextField model={model} name="operator_id" label={fields.labels.operator_id} />
          <ReleaseTextField model={model} name="operator_name" label={fields.labels.operator_name} plain />
        </Stack>
        <SaveDefaults app={app} model={model.defaultValues} />
      </div>
      <ConnectionField id="release-connection" model={model} />
      <div>
        <MoreFields model={model} />
        <Preview app={app} model={model} />
      </div>
    </form>
  );
}

/** Opens by itself for content or an issue, and closes only by hand: never under the cursor of who empties a field. */
function MoreFields({ model }: { model: ReleaseModel }) {
  const { release, fields } = screenMessages.value;
  const isNeeded = useComputed(() =>
    moreFields.some((name) => model.form.fields[name].value !== '' || model.form.issueOf(name)),
  );
  const isOpen = useSignal(isNeeded.peek());
  useEffect(
    () =>
      effect(() => {
        if (isNeeded.value) isOpen.value = true;
      }),
    [isNeeded, isOpen],
  );
  return (
    <Disclosure
      summary={release.moreFields}
      open={isOpen.value}
      onToggle={(open) => {
        isOpen.value = open;
      }}
    >
      <Stack>
        <ReleaseTextField
          model={model}
          name="out_release_time"
          label={`${fields.labels.out_release_time} · ${messages.value.words.chinaTime}`}
          hint={fields.hints.out_release_time}
          optional
        />
        <ReleaseTextField
          model={model}
          name="ext_info"
          label={fields.labels.ext_info}
          hint={fields.hints.ext_info}
          optional
          long
        />
      </Stack>
    </Disclosure>
  );
}

function RestoredDraft({ model }: { model: ReleaseModel }) {
  const { release } = screenMessages.value;
  return (
    <Notice
      tone="neutral"
      title={release.draftKept}
      actions={
        <Button kind="link" onClick={() => void model.clear()}>
          {release.clearDraft}
        </Button>
      }
    />
  );
}

function OtherDraft({ opportunityId }: { opportunityId: string }) {
  const { release } = screenMessages.value;
  const open = (
    <Button kind="link" onClick={() => goTo({ screen: 'release', opportunityId })}>
      {release.openOther}
    </Button>
  );
  return <Notice tone="neutral" title={release.otherKept(opportunityId)} actions={open} />;
}

function focusField(field: ReleaseField): void {
  const control = document.getElementById(`release-${field}`);
  // What is folded away takes no focus.
  const folded = control?.closest('details');
  if (folded) folded.open = true;
  control?.focus();
}
