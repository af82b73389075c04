import { submitOutreachDocument } from '../documents/submit-outreach.ts';
import { refuseByService } from '../gateway/refusal.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { checkTask } from '../outreach/check-task.ts';
import type { Book, OutreachData, Plan, TaskOutcome } from '../outreach/outreach-data.ts';
import { writeBatch, writeRefusedBatch } from '../outreach/write-batch.ts';
import type { MethodResult, MethodServices, TopMethod } from './method.ts';
import { digitsAt, objectAt, textAt } from './read-values.ts';

const request = (values: JsonObject) => objectAt(values, 'initiative_batch_task_request');

const tasksOf = (batch: JsonObject): JsonObject[] =>
  Array.isArray(batch.task_list) ? batch.task_list.filter(isJsonObject) : [];

/** The book that the batch names; 'none' when it names none, undefined when it is not that owner's on that platform. */
const findBook = (outreach: OutreachData, batch: JsonObject): Book | 'none' | undefined => {
  if (!isJsonObject(batch.use_book_info)) return 'none';
  const named = batch.use_book_info;
  const book = outreach.books.get(textAt(named, 'book_code') ?? '');
  return book?.ownerId === digitsAt(named, 'book_owner_id') && book.platform === textAt(named, 'use_platform')
    ? book
    : undefined;
};

const hasTwice = (texts: readonly string[]): boolean => new Set(texts).size < texts.length;

const processTasks = (
  outreach: OutreachData,
  plan: Plan,
  book: Book | 'none',
  tasks: readonly JsonObject[],
): TaskOutcome[] =>
  tasks.map((task, index): TaskOutcome => {
    const objection = checkTask(plan.channel, task);
    if (objection !== undefined) return { index, kind: 'refused', message: objection };
    if (book !== 'none') {
      if (book.left === 0) return { index, kind: 'refused', message: '账本余额不足' };
      book.left -= 1;
    }
    const taskId = String(outreach.nextTaskId);
    outreach.nextTaskId += 1n;
    return { index, kind: 'taken', taskId };
  });

/**
 * A batch as a whole is refused in the result, not as an error_response; a single task by `success:false` beside its echo.
 * The document promises nothing of a task_unique_code that comes twice: the default is the reading that harms a careless caller most.
 */
const perform = (values: JsonObject, services: MethodServices): MethodResult => {
  const { shape, disturb, maximumRows } = services;
  const { outreach } = services.data;
  const batch = request(values);
  const tasks = tasksOf(batch);
  const key = textAt(batch, 'task_unique_code') ?? '';
  if (key === '') {
    return { refusal: refuseByService('isv.invalid-parameter', '非法参数:initiative_batch_task_request') };
  }
  const before = outreach.batches.get(key);
  if (before) {
    return services.answerToRepeatedKey('error') === 'success' && before.length === tasks.length
      ? { answer: writeBatch(tasks, before, shape, disturb), processed: false }
      : { refusal: refuseByService('isv.duplicate-request', `重复的请求:${key}`) };
  }
  if (tasks.length > maximumRows(tasks.length))
    return { refusal: refuseByService('isv.batch-too-large', '任务列表过长') };
  if (hasTwice(tasks.flatMap((task) => textAt(task, 'biz_id') ?? []))) {
    return { refusal: refuseByService('isv.invalid-parameter', '非法参数:biz_id重复') };
  }
  const refuseBatch = (subCode: string, message: string): MethodResult => ({
    answer: writeRefusedBatch(message, shape),
    refusedAs: { code: 'result-400', subCode },
  });
  const plan = outreach.plans.get(digitsAt(batch, 'plan_id'));
  if (!plan) return refuseBatch('plan-not-exist', '计划不存在');
  if (plan.state === 'ended') return refuseBatch('plan-ended', '计划已结束');
  const book = findBook(outreach, batch);
  if (!book) return refuseBatch('book-not-exist', '账本不存在');

  const outcomes = processTasks(outreach, plan, book, tasks);
  outreach.batches.set(key, outcomes);
  return { answer: writeBatch(tasks, outcomes, shape, disturb), processed: true };
};

export const submitOutreach: TopMethod = {
  document: submitOutreachDocument,
  session: 'required',
  openToEveryApp: false,
  key: (values) => textAt(request(values), 'task_unique_code'),
  objects: (values) => tasksOf(request(values)).flatMap((task) => textAt(task, 'biz_id') ?? []),
  perform,
};
