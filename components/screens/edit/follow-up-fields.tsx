import type { JSX } from 'preact';
import { Button } from '@/components/ui/button';
import type { ControlProps } from '@/components/ui/control-props';
import { DateInput } from '@/components/ui/date-input';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { Stack } from '@/components/ui/stack';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { editMessages } from '@/lib/i18n/edit-messages';
import styles from './edit.module.css';
import { issueWords } from './edit-field';
import type { EditModel } from './edit-model';
import type { FollowUpField } from './follow-up-form';
import { choicesOf } from './show-value';

/** What a person writes of having been in touch; the CRM dates it, and may move the stage with it. */
export function FollowUpFields({ model }: { model: EditModel }) {
  const words = editMessages.value;
  const { followUp, form, refusal } = model;
  const record = form.before.value;
  if (!record) return null;
  const { content, stage, more, realRevisitAt, realRevisitAtHint, remindAt, remindAtHint, category, categoryHint } =
    words.followUp;
  const later: readonly FollowUpField[] = ['realRevisitAt', 'remindAt', 'category'];
  const input = (field: FollowUpField) => ({
    value: followUp.textOf(field),
    onValue: (text: string) => followUp.set(field, text),
  });
  const minute = (field: FollowUpField) => ({
    value: followUp.textOf(field).replace(' ', 'T'),
    onValue: (text: string) => followUp.set(field, text.replace('T', ' ')),
    withTime: true,
  });
  // The stage that it has already is no move.
  const stages = choicesOf('stage', form.knowledge.value, record).filter(({ value }) => value !== record.values.stage);
  return (
    <Section
      title={words.followUp.title}
      end={
        followUp.followUp.value && (
          <Button kind="link" onClick={() => followUp.fill({})}>
            {words.discard}
          </Button>
        )
      }
    >
      <div class={styles.form}>
        <One model={model} name="content" label={content}>
          {(control) => <TextArea {...control} {...input('content')} />}
        </One>
        <One model={model} name="stage" label={stage}>
          {(control) => (
            <Select
              {...control}
              {...input('stage')}
              disabled={refusal.value !== undefined}
              choices={[{ value: '', label: words.followUp.stageKeep }, ...stages.filter(({ value }) => value !== '')]}
            />
          )}
        </One>
        <Disclosure summary={more} open={later.some((field) => followUp.textOf(field) !== '')}>
          <div class={styles.form}>
            <Stack along="pair">
              <One model={model} name="realRevisitAt" label={realRevisitAt} hint={realRevisitAtHint}>
                {(control) => <DateInput {...control} {...minute('realRevisitAt')} />}
              </One>
              <One model={model} name="remindAt" label={remindAt} hint={remindAtHint}>
                {(control) => <DateInput {...control} {...minute('remindAt')} />}
              </One>
            </Stack>
            <One model={model} name="category" label={category} hint={categoryHint}>
              {(control) => <TextInput {...control} {...input('category')} code />}
            </One>
          </div>
        </Disclosure>
      </div>
    </Section>
  );
}

interface OneProps {
  model: EditModel;
  name: FollowUpField;
  label: string;
  hint?: string;
  children: (control: ControlProps) => JSX.Element;
}

function One({ model, name, label, hint, children }: OneProps) {
  const issue = model.followUp.issueOf(name);
  return (
    <Field id={`follow-up-${name}`} label={label} hint={hint} error={issue && issueWords(issue)}>
      {children}
    </Field>
  );
}
