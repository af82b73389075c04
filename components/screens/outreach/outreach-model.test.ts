import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createFakeApp } from '@/test/fakes/fake-client';
import { createOutreachModel } from './outreach-model';
import { personToAdd } from './person-to-add';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function openForm(app = createFakeApp()) {
  const model = createOutreachModel(app);
  const end = model.start();
  await vi.advanceTimersByTimeAsync(0);
  return { app, worker: app.worker, model, form: model.form, end };
}

type Opened = Awaited<ReturnType<typeof openForm>>;

function taskAt({ form }: Opened, index: number) {
  const task = form.tasks.value[index];
  if (!task) throw new Error(`no task ${index}`);
  return task;
}

it('begins with one task that has its id and empty variables', async () => {
  const opened = await openForm();
  expect(taskAt(opened, 0).form.values.value).toEqual({
    input_params: '{}',
    output_params: '{}',
    biz_id: `${opened.model.intentId.value}-1`,
  });
});

it('asks for the plan, how it reaches people, and what that needs', async () => {
  const opened = await openForm();
  const { model, form } = opened;
  expect(await model.submit()).toBe('outreach-plan_id');
  form.shared.value('plan_id').value = '124';
  expect(await model.submit()).toBe('outreach-channel');
  form.chooseChannel('sms');
  expect(await model.submit()).toBe('task-1-phone_number');
  form.chooseChannel('mail');
  expect(await model.submit()).toBe('task-1-email');
  expect(opened.worker.callsOf('job.create')).toEqual([]);
});

it('gives every task an id of its own, whatever was removed, and puts a task back where it stood', async () => {
  const opened = await openForm();
  const { form } = opened;
  form.add();
  form.add();
  form.remove(3);
  expect(form.removed.value).toBe(3);
  form.add();
  form.undo();
  const ids = form.tasks.value.map((task) => task.form.values.value.biz_id);
  expect(form.tasks.value.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  expect(new Set(ids).size).toBe(4);
});

it('takes name, number and address of whom the page is about, beside what a task begins with', async () => {
  const app = createFakeApp();
  const context = {
    ...{ opportunityId: '20191214888', rule: 'partner-crm', title: '新店' },
    ...{ customer: '老王火锅', phone: '13912345678', email: 'wang@example.com' },
  };
  app.worker.tab = { state: 'found', granted: true, context };
  const opened = await openForm(app);
  const contact = { user_name: '老王火锅', phone_number: '13912345678', email: 'wang@example.com' };
  expect(opened.model.contact.value).toEqual(contact);
  const { form } = opened;
  const bizId = taskAt(opened, 0).form.values.value.biz_id;
  taskAt(opened, 0).form.leave('phone_number');
  form.add(contact);
  expect(form.tasks.value.map((task) => task.form.values.value)).toEqual([
    { ...contact, input_params: '{}', output_params: '{}', biz_id: bizId },
  ]);
  form.add(contact);
  expect(taskAt(opened, 1).form.values.value).toMatchObject({ ...contact, input_params: '{}', output_params: '{}' });
  expect(taskAt(opened, 1).form.issues.value).toEqual([]);
});

it('takes whom somebody pressed to reach, once, beside what was entered before', async () => {
  const person = { title: '新店', phone: '13912345678', rule: 'partner-crm' };
  const contact = { user_name: '新店', phone_number: '13912345678' };
  personToAdd.value = person;
  const opened = await openForm();
  expect(opened.form.tasks.value.map(({ form }) => form.values.value)).toMatchObject([contact]);
  opened.form.shared.value('plan_id').value = '124';
  opened.end();
  personToAdd.value = person;
  const again = await openForm(opened.app);
  expect(again.form.tasks.value.map(({ form }) => form.values.value)).toMatchObject([contact]);
  again.end();
  personToAdd.value = { ...person, phone: '13912345679' };
  const third = await openForm(opened.app);
  expect(third.form.tasks.value.map(({ form }) => form.values.value)).toMatchObject([
    contact,
    { ...contact, phone_number: '13912345679' },
  ]);
  expect(third.form.shared.value('plan_id').value).toBe('124');
  third.end();
});

it.each<[string, (task: ReturnType<typeof taskAt>) => void]>([
  ['a name', ({ form }) => Object.assign(form.value('user_name'), { value: '王五' })],
  [
    'a value whose name is still to come',
    ({ input }) => {
      input.addPair();
      input.setPair(0, ['', '1']);
    },
  ],
])('leaves a task alone in which %s was entered', async (_what, enter) => {
  const opened = await openForm();
  enter(taskAt(opened, 0));
  const before = taskAt(opened, 0).form.values.value;
  opened.form.add({ phone_number: '13912345678' });
  expect(opened.form.tasks.value).toHaveLength(2);
  expect(taskAt(opened, 0).form.values.value).toEqual(before);
});

it('gives its tasks new ids where another window used the intention, and leaves ids of a person’s own', async () => {
  const opened = await openForm();
  const { form, model, worker } = opened;
  form.add();
  form.add();
  form.shared.value('plan_id').value = '124';
  form.chooseChannel('mail');
  form.tasks.value.forEach((task, at) => {
    task.form.value('email').value = `${at}@example.com`;
  });
  taskAt(opened, 1).form.value('biz_id').value = 'OWN';
  worker.answer({
    'job.create': () => {
      throw new AppError('conflict', { reason: 'intent-used', overlap: { jobId: 'job-9', rows: [0] } });
    },
  });
  await model.submit();
  model.resolve();
  expect(form.tasks.value.map((task) => task.form.values.value.email)).toEqual(['1@example.com', '2@example.com']);
  const [own, ours] = form.tasks.value.map((task) => task.form.values.value.biz_id);
  expect(own).toBe('OWN');
  expect(ours).toMatch(new RegExp(`^${model.intentId.value}-`));
});

it('keeps pairs that are no object yet over closing', async () => {
  const opened = await openForm();
  const { input } = taskAt(opened, 0);
  for (const _ of [0, 1, 2]) input.addPair();
  input.setPair(0, ['name', '王五']);
  input.setPair(1, ['', '三里屯']);
  input.setPair(2, ['name', '赵六']);
  opened.end();
  const again = taskAt(await openForm(opened.app), 0);
  const pairs = [
    ['name', '王五'],
    ['', '三里屯'],
    ['name', '赵六'],
  ];
  expect(again.input.pairs.value).toEqual(pairs);
  expect(again.input.fault.value).toBeDefined();
  again.input.setPair(1, ['shop', '三里屯']);
  again.input.removePair(2);
  expect(again.form.values.value.input_params).toBe('{"name":"王五","shop":"三里屯"}');
  expect(again.entered()).not.toHaveProperty('input_params.unwritten');
});

it('says so where two tasks have one id', async () => {
  const opened = await openForm();
  opened.form.add();
  for (const index of [0, 1]) taskAt(opened, index).form.value('biz_id').value = 'SAME';
  taskAt(opened, 1).form.leave('biz_id');
  expect(taskAt(opened, 1).form.issueOf('biz_id')).toMatchObject({ reason: 'repeated' });
  expect(taskAt(opened, 0).form.issues.value.some(({ reason }) => reason === 'repeated')).toBe(false);
});

it('becomes a job with what was shared, the channel and its tasks', async () => {
  const opened = await openForm();
  const { form, model, worker } = opened;
  form.shared.value('plan_id').value = '9007199254740993';
  form.chooseChannel('sms');
  const { form: task, input } = taskAt(opened, 0);
  task.value('phone_number').value = '13912345678';
  input.addPair();
  input.setPair(0, ['name', '王五']);
  expect(await model.submit()).toBeUndefined();
  expect(worker.callsOf('job.create')).toMatchObject([
    {
      operation: 'submit-outreach',
      channel: 'sms',
      shared: { plan_id: '9007199254740993' },
      rows: [{ phone_number: '13912345678', input_params: '{"name":"王五"}', output_params: '{}' }],
    },
  ]);
});

it('does not send variables whose names are not clear', async () => {
  const opened = await openForm();
  const { form, model } = opened;
  form.shared.value('plan_id').value = '124';
  form.chooseChannel('call');
  const { form: task, input } = taskAt(opened, 0);
  task.value('phone_number').value = '13912345678';
  input.addPair();
  input.setPair(0, ['a', '1']);
  input.addPair();
  input.setPair(1, ['a', '2']);
  expect(input.fault.value).toEqual({ kind: 'repeated', name: 'a' });
  expect(await model.submit()).toBe('task-1-input_params');
  input.removePair(1);
  expect(await model.submit()).toBeUndefined();
});

it('keeps what was entered, empty variables too, until it is submitted', async () => {
  const opened = await openForm();
  opened.form.shared.value('plan_id').value = '124';
  opened.form.chooseChannel('mail');
  taskAt(opened, 0).form.value('email').value = 'wang@example.com';
  opened.end();
  const again = await openForm(opened.app);
  expect(again.model.isDraftRestored.value).toBe(true);
  expect(again.form.channel.value).toBe('mail');
  expect(taskAt(again, 0).form.values.value).toEqual(taskAt(opened, 0).form.values.value);
});
