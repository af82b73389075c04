import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type BatchForm, type BatchModel, createBatchModel } from '@/components/screens/batch/batch-model';
import { createTextFields, type TextFields } from '@/components/screens/batch/text-fields';
import { checkShared } from '@/lib/operations/check-values';
import { rowId } from '@/lib/operations/complete-row';
import type { Channel } from '@/lib/operations/rule';
import { submitOutreach } from '@/lib/operations/submit-outreach';
import { createTask, isBlank, type OutreachTask } from './outreach-task';
import { contactOf, type PageContact } from './page-contact';
import { personToAdd } from './person-to-add';

export const bookFields = ['use_platform', 'book_code', 'book_owner_id'] as const;
const sharedFields = ['plan_id', 'batch_num', ...bookFields];
export const channelId = 'outreach-channel';

export interface OutreachForm extends BatchForm {
  shared: TextFields;
  channel: ReadonlySignal<Channel | undefined>;
  chooseChannel(channel: Channel): void;
  /** True once it was submitted without one. */
  isChannelMissing: ReadonlySignal<boolean>;
  tasks: ReadonlySignal<readonly OutreachTask[]>;
  /** With values they go into the first task in which nothing was entered, if there is one. */
  add(values?: Readonly<Record<string, string>>): void;
  remove(id: number): void;
  /** The number, from 1, of the task that was removed last. */
  removed: ReadonlySignal<number | undefined>;
  undo(): void;
  issueCount: ReadonlySignal<number>;
}

export interface OutreachModel extends BatchModel {
  form: OutreachForm;
  /** Whom the page beside it names. */
  contact: ReadonlySignal<PageContact | undefined>;
}

export function createOutreachModel(app: App): OutreachModel {
  let intent = () => '';
  const form = createOutreachForm(() => intent());
  const model = createBatchModel(app, {
    operation: submitOutreach.id,
    scope: 'outreach',
    form,
    blank: () => ({ values: {} }),
  });
  intent = () => model.intentId.value;
  const contact = signal<PageContact | undefined>(undefined);
  const readContact = async () => {
    const tab = await app.ports.activeTab();
    const read = tab && (await app.client.call('tab.read', { tabId: tab.tabId }));
    contact.value = read?.context && contactOf(read.context);
  };
  const addPerson = () => {
    if (!model.isReady.value) return;
    const person = personToAdd.peek();
    personToAdd.value = undefined;
    const told = person && contactOf(person);
    // Pressed once more, it is the same one.
    if (told && !form.tasks.peek().some((task) => isAbout(task, told))) form.add(told);
  };
  const start = () => {
    // A form without its page is still a form.
    const read = () => void readContact().catch(() => undefined);
    read();
    const ends = [model.start(), app.ports.watchActiveTab(read), effect(addPerson)];
    return () => {
      for (const end of ends) end();
    };
  };
  return { form, contact, ...model, start };
}

function isAbout({ form }: OutreachTask, contact: PageContact): boolean {
  return Object.entries(contact).every(([name, text]) => form.values.peek()[name] === text);
}

function createOutreachForm(intentId: () => string): OutreachForm {
  const shared = createTextFields(sharedFields, (values) => checkShared(submitOutreach, values));
  const channel = signal<Channel | undefined>(undefined);
  const isChecked = signal(false);
  const tasks = signal<readonly OutreachTask[]>([]);
  const removed = signal<{ task: OutreachTask; at: number } | undefined>(undefined);
  let lastId = 0;
  let filled = '';
  const isRepeated = (id: number, bizId: string) => {
    const first = tasks.value.find(({ form }) => form.values.value.biz_id === bizId);
    return bizId !== '' && first !== undefined && first.id !== id;
  };
  const make = (values: Readonly<Record<string, string>>) => {
    lastId += 1;
    return createTask(lastId, values, { channel: () => channel.value, isRepeated });
  };
  /** What was removed may come back. */
  const known = () => [...tasks.peek(), removed.peek()?.task].filter((task) => task !== undefined);
  const blank = () => ({ input_params: '{}', output_params: '{}', biz_id: freeBizId(intentId(), known()) });
  const state = () => JSON.stringify([shared.entered(), channel.value, tasks.value.map((task) => task.entered())]);
  const isChannelMissing = computed(() => isChecked.value && channel.value === undefined);

  return {
    shared,
    channel,
    chooseChannel: (chosen) => {
      channel.value = chosen;
    },
    isChannelMissing,
    tasks,
    add: (values) => {
      const free = values && tasks.peek().find(isBlank);
      if (!free) tasks.value = [...tasks.peek(), make({ ...blank(), ...values })];
      else free.form.fill({ ...free.form.entered(), ...values });
    },
    remove: (id) => {
      const at = tasks.value.findIndex((task) => task.id === id);
      const task = tasks.value[at];
      if (!task) return;
      removed.value = { task, at };
      tasks.value = tasks.value.filter((known) => known !== task);
    },
    removed: computed(() => removed.value && removed.value.at + 1),
    undo: () => {
      if (!removed.value) return;
      const { task, at } = removed.value;
      removed.value = undefined;
      tasks.value = tasks.value.toSpliced(at, 0, task);
    },
    issueCount: computed(
      () =>
        shared.shownIssues.value +
        (isChannelMissing.value ? 1 : 0) +
        tasks.value.reduce((sum, { form }) => sum + form.shownIssues.value, 0),
    ),
    content: computed(() => ({
      shared: shared.values.value,
      rows: tasks.value.map(({ form }) => form.values.value),
      channel: channel.value,
    })),
    isValid: computed(
      () =>
        channel.value !== undefined &&
        tasks.value.length > 0 &&
        [shared, ...tasks.value.map(({ form }) => form)].every(({ issues }) => issues.value.length === 0),
    ),
    checkAll() {
      isChecked.value = true;
      const sharedFault = shared.checkAll();
      const faults = tasks.value.map(({ id, form }) => ({ id, field: form.checkAll() }));
      if (sharedFault === 'plan_id') return 'outreach-plan_id';
      if (channel.value === undefined) return channelId;
      if (sharedFault !== undefined) return `outreach-${sharedFault}`;
      const fault = faults.find(({ field }) => field !== undefined);
      if (fault) return `task-${fault.id}-${fault.field}`;
      return tasks.value.length === 0 ? 'outreach-add' : undefined;
    },
    entered: () => ({
      values: shared.entered(),
      rows: tasks.value.map((task) => task.entered()),
      channel: channel.value,
    }),
    takeOut: (places) => {
      tasks.value = tasks.value.filter((_, place) => !places.includes(place));
    },
    renew: (before) => {
      // Under an id of ours the other window's task went; a person's own ids stay.
      const ours = known().filter(({ form }) => form.values.peek().biz_id?.startsWith(`${before}-`));
      for (const { form } of ours) form.value('biz_id').value = freeBizId(intentId(), known());
    },
    isTouched: () => state() !== filled,
    fill: ({ values, rows, channel: chosen }) =>
      batch(() => {
        isChecked.value = false;
        shared.fill(values);
        channel.value = chosen;
        removed.value = undefined;
        tasks.value = (rows ?? [{}]).map((row) => make(rows ? row : { ...blank(), biz_id: rowId(intentId(), 0) }));
        filled = state();
      }),
  };
}

/** A business id of ours that no task of this form has. */
function freeBizId(intentId: string, tasks: readonly OutreachTask[]): string {
  const taken = new Set(tasks.map(({ form }) => form.values.peek().biz_id));
  for (let index = tasks.length; ; index += 1) {
    const bizId = rowId(intentId, index);
    if (!taken.has(bizId)) return bizId;
  }
}
