import { ActionNotice } from '@/components/screens/options/action-notice';
import { Closable } from '@/components/screens/options/closable';
import { focusFirstInvalid } from '@/components/screens/options/focus';
import { ManagedNotice } from '@/components/screens/options/managed-notice';
import { SectionPage } from '@/components/screens/options/section-page';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FooterBar } from '@/components/ui/footer-bar';
import { Section } from '@/components/ui/section';
import { Stack } from '@/components/ui/stack';
import { TextInput } from '@/components/ui/text-input';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import { rowLimits } from '@/lib/messages/rows-per-request';
import type { DefaultName, DefaultsModel } from './defaults-model';
import { ReasonList } from './reason-list';

const formId = 'defaults-form';

export function DefaultsScreen({ model }: { model: DefaultsModel }) {
  const { defaults: words } = settingsMessages.value;
  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (!(await model.save())) focusFirstInvalid();
  }
  return (
    <SectionPage
      title={words.title}
      explain={words.explain}
      footer={!model.isManaged.value && <Footer model={model} />}
    >
      <ManagedNotice isManaged={model.isManaged.value} />
      <form id={formId} noValidate onSubmit={(event) => void save(event)}>
        <Closable isClosed={model.isManaged.value}>
          <Stack along="pair">
            <DefaultField model={model} name="operatorId" label={words.operatorId} hint={words.operatorIdHint} code />
            <DefaultField model={model} name="operatorName" label={words.operatorName} />
          </Stack>
          <Stack along="pair">
            <DefaultField model={model} name="territoryCode" label={words.territory} hint={words.territoryHint} code />
            <DefaultField model={model} name="imAccountId" label={words.imAccount} hint={words.imAccountHint} code />
          </Stack>
          <Section title={words.rowsPerRequest}>
            <Stack along="pair">
              <RowsField model={model} name="cardRows" label={words.cardRows} operation="sell-cards" />
              <RowsField model={model} name="outreachRows" label={words.outreachRows} operation="submit-outreach" />
            </Stack>
          </Section>
          <Section title={words.reasons}>
            <ReasonList model={model} />
          </Section>
        </Closable>
      </form>
      <ActionNotice action={model.action} done={messages.value.words.saved} />
    </SectionPage>
  );
}

interface RowsFieldProps extends Pick<DefaultFieldProps, 'model' | 'label'> {
  name: 'cardRows' | 'outreachRows';
  operation: keyof typeof rowLimits;
}

/** How many rows one request takes; left empty, as many as the operation takes by itself. */
function RowsField({ operation, ...field }: RowsFieldProps) {
  const { default: usual, maximum } = rowLimits[operation];
  return <DefaultField {...field} hint={settingsMessages.value.defaults.rowsHint(usual, maximum)} code />;
}

interface DefaultFieldProps {
  model: DefaultsModel;
  name: DefaultName;
  label: string;
  hint?: string;
  code?: boolean;
}

function DefaultField({ model, name, label, hint, code }: DefaultFieldProps) {
  const { fields } = screenMessages.value;
  const { defaults: words } = settingsMessages.value;
  const issue = model.fieldIssues.value[name];
  const sentences = { ...fields.issues, 'not-digits': words.notDigits, 'out-of-range': words.rowsWrong };
  return (
    <Field id={`default-${name}`} label={label} hint={hint} error={issue && sentences[issue]}>
      {(control) => (
        <TextInput
          {...control}
          code={code === true}
          value={model.fields.value[name]}
          onValue={(value) => model.set(name, value)}
        />
      )}
    </Field>
  );
}

function Footer({ model }: { model: DefaultsModel }) {
  const { words } = messages.value;
  const isDirty = model.isDirty.value;
  return (
    <FooterBar hint={isDirty ? words.unsaved : undefined}>
      {isDirty && (
        <Button kind="ghost" onClick={() => model.discard()}>
          {words.discardChanges}
        </Button>
      )}
      <Button kind="primary" type="submit" form={formId} disabled={!isDirty} busy={model.action.isBusy.value}>
        {words.save}
      </Button>
    </FooterBar>
  );
}
