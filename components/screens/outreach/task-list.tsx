import { BatchTextField } from '@/components/screens/batch/batch-text-field';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { IconButton } from '@/components/ui/icon-button';
import { plus } from '@/components/ui/icons';
import { trash } from '@/components/ui/screen-icons';
import { Section } from '@/components/ui/section';
import { Stack } from '@/components/ui/stack';
import { batchMessages } from '@/lib/i18n/batch-messages';
import { maskEmail, maskPhone } from '@/lib/i18n/mask';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import { submitOutreach } from '@/lib/operations/submit-outreach';
import { JsonFieldView } from './json-field-view';
import type { OutreachModel } from './outreach-model';
import { type OutreachTask, rareTaskFields } from './outreach-task';
import type { PageContact } from './page-contact';
import styles from './task-list.module.css';

/** The tasks, and where more come from. */
export function TaskList({ model }: { model: OutreachModel }) {
  const { outreach } = batchMessages.value;
  const { form } = model;
  const tasks = form.tasks.value;
  const contact = model.contact.value;
  return (
    <Section title={outreach.tasks} end={<span class={styles.count}>{outreach.count(tasks.length)}</span>}>
      <div class={styles.news} role="status">
        {form.removed.value !== undefined && (
          <>
            {outreach.removed(form.removed.value)}
            <Button kind="link" onClick={() => form.undo()}>
              {outreach.undo}
            </Button>
          </>
        )}
      </div>
      {tasks.length === 0 && <p class={styles.count}>{outreach.atLeastOne}</p>}
      <Stack>
        {tasks.map((task, index) => (
          <Task key={task.id} model={model} task={task} number={index + 1} />
        ))}
        <Stack along="row">
          <Button id="outreach-add" icon={plus} onClick={() => form.add()}>
            {outreach.addTask}
          </Button>
          {contact && (
            <Button icon={plus} onClick={() => form.add(contact)}>
              {outreach.addFromPage(contactName(contact))}
            </Button>
          )}
        </Stack>
      </Stack>
    </Section>
  );
}

/** Masked: a number is whole only where it is filled in. */
function contactName({ user_name: name, phone_number: phone = '', email = '' }: PageContact): string {
  return name === undefined ? (phone ? maskPhone(phone) : maskEmail(email)) : maskWhereFound(name);
}

function Task({ model, task, number }: { model: OutreachModel; task: OutreachTask; number: number }) {
  const { outreach } = batchMessages.value;
  const channel = model.form.channel.value;
  const prefix = `task-${task.id}`;
  const field = (name: string, part: { plain?: boolean; optional?: boolean; long?: boolean } = {}) => (
    <BatchTextField key={name} prefix={prefix} name={name} form={task.form} fields={submitOutreach.fields} {...part} />
  );
  const hasRareIssue = rareTaskFields.some((name) => task.form.issueOf(name) !== undefined);
  return (
    <fieldset class={styles.task} aria-label={outreach.task(number)}>
      <div class={styles.head}>
        <h3>{outreach.task(number)}</h3>
        <IconButton icon={trash} label={outreach.remove(number)} onClick={() => model.form.remove(task.id)} />
      </div>
      <Stack along="pair">
        {field('phone_number', { optional: channel === 'mail' })}
        {field('email', { optional: channel === 'call' || channel === 'sms' })}
      </Stack>
      {field('user_name', { plain: true, optional: true })}
      <JsonFieldView prefix={prefix} name="input_params" form={task.form} json={task.input} />
      <JsonFieldView prefix={prefix} name="output_params" form={task.form} json={task.output} />
      <Disclosure summary={outreach.more} open={hasRareIssue || undefined}>
        <Stack>{rareTaskFields.map((name) => field(name, { long: name === 'book_charge_biz_info' }))}</Stack>
      </Disclosure>
    </fieldset>
  );
}
