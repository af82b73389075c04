import type { App } from '@/components/app/app';
import { useStarted } from '@/components/app/use-model';
import { BatchScreen } from '@/components/screens/batch/batch-screen';
import { BatchTextField } from '@/components/screens/batch/batch-text-field';
import { Button } from '@/components/ui/button';
import { Chips } from '@/components/ui/chips';
import { Disclosure } from '@/components/ui/disclosure';
import { FooterBar } from '@/components/ui/footer-bar';
import { Stack } from '@/components/ui/stack';
import { batchMessages } from '@/lib/i18n/batch-messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { channels } from '@/lib/operations/rule';
import { submitOutreach } from '@/lib/operations/submit-outreach';
import { bookFields, channelId, createOutreachModel, type OutreachModel } from './outreach-model';
import { TaskList } from './task-list';

const formId = 'outreach-form';

/** Hands calls, texts or mails to a plan. */
export function OutreachScreen({ app }: { app: App }) {
  const model = useStarted(() => createOutreachModel(app));
  return (
    <BatchScreen
      app={app}
      tab="outreach"
      title={batchMessages.value['submit-outreach'].title}
      operation={submitOutreach.id}
      formId={formId}
      model={model}
      nameOf={(place) => batchMessages.value.outreach.task(place + 1)}
      footer={<OutreachFooter model={model} />}
    >
      <Stack along="pair">
        <SharedField model={model} name="plan_id" />
        <SharedField model={model} name="batch_num" optional />
      </Stack>
      <ChannelChips model={model} />
      <Book model={model} />
      <TaskList model={model} />
    </BatchScreen>
  );
}

function SharedField({ model, name, optional }: { model: OutreachModel; name: string; optional?: boolean }) {
  return (
    <BatchTextField
      prefix="outreach"
      name={name}
      form={model.form.shared}
      fields={submitOutreach.shared}
      optional={optional}
    />
  );
}

function ChannelChips({ model }: { model: OutreachModel }) {
  const { outreach } = batchMessages.value;
  const { form } = model;
  return (
    <Chips
      id={channelId}
      label={outreach.channel}
      hint={outreach.channelHint}
      error={form.isChannelMissing.value ? screenMessages.value.fields.issues.required : undefined}
      value={form.channel.value}
      choices={channels.map((value) => ({ value, label: outreach.channels[value] }))}
      onValue={(channel) => form.chooseChannel(channel)}
    />
  );
}

function Book({ model }: { model: OutreachModel }) {
  const { shared } = model.form;
  const isUsed = bookFields.some((name) => shared.value(name).value !== '' || shared.issueOf(name));
  return (
    <Disclosure summary={batchMessages.value.outreach.book} open={isUsed}>
      <Stack>
        {bookFields.map((name) => (
          <SharedField key={name} model={model} name={name} />
        ))}
      </Stack>
    </Disclosure>
  );
}

function OutreachFooter({ model }: { model: OutreachModel }) {
  const { outreach } = batchMessages.value;
  const issues = model.form.issueCount.value;
  const count = model.form.tasks.value.length;
  return (
    <FooterBar hint={issues > 0 ? screenMessages.value.fields.issueCount(issues) : outreach.cannotUndo}>
      <Button
        type="submit"
        form={formId}
        kind="danger"
        busy={model.submitting.isBusy.value}
        disabled={model.connectionId.value === undefined || count === 0}
      >
        {outreach.submit(count)}
      </Button>
    </FooterBar>
  );
}
