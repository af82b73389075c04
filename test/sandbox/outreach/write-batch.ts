import { formatJavaDate, parseChinaTime } from '../china-time.ts';
import type { DisturbRows } from '../control/disturb-rows.ts';
import type { Shape } from '../control/shapes.ts';
import type { Json, JsonObject } from '../json.ts';
import { textAt } from '../methods/read-values.ts';
import { writeId, writeList } from '../methods/write-values.ts';
import type { TaskOutcome } from './outreach-data.ts';

const writeEcho = (task: JsonObject, shape: Shape): JsonObject => {
  if (shape('outreach-echo') === 'none') return {};
  const { biz_id: bizId, ...others } = task;
  const echo: JsonObject =
    shape('outreach-echo') === 'full' && bizId !== undefined ? { ...others, biz_id: bizId } : others;
  const startMs = parseChinaTime(textAt(task, 'plan_execute_start_time') ?? '');
  return startMs === undefined || shape('outreach-dates') === 'plain'
    ? echo
    : { ...echo, plan_execute_start_time: formatJavaDate(startMs) };
};

const writeTasks = (rows: Json[], shape: Shape): JsonObject => {
  const structName = shape('outreach-tasks') === 'other-key' ? 'task_result' : 'initiative_task_response';
  return shape('outreach-tasks') === 'plain' ? { data: rows } : writeList('data', structName, rows, shape);
};

/** A batch that the service took no task of. */
export const writeRefusedBatch = (message: string, shape: Shape): JsonObject => ({
  result: { code: '400', ...writeTasks([], shape), success: false, message },
});

/** The document's own sample says code 400 and 参数错误 of a batch that succeeded, and so does this unless asked otherwise. */
export const writeBatch = (
  tasks: readonly JsonObject[],
  outcomes: readonly TaskOutcome[],
  shape: Shape,
  disturb: DisturbRows,
): JsonObject => {
  const byResult = shape('outreach-failure') === 'result';
  const rows = outcomes.map((outcome): JsonObject => {
    const echo = { task_request: writeEcho(tasks[outcome.index] ?? {}, shape) };
    if (outcome.kind === 'taken') return { task_id: writeId(outcome.taskId, shape), ...echo };
    return byResult ? echo : { ...echo, success: false, message: outcome.message };
  });
  const refused = outcomes.find((outcome) => outcome.kind === 'refused');
  const data = writeTasks(disturb(rows), shape);
  if (refused && byResult) return { result: { code: '400', ...data, success: false, message: refused.message } };
  const contradictory = shape('outreach-code') === 'contradictory';
  return {
    result: {
      code: contradictory ? '400' : '200',
      ...data,
      success: true,
      ...(contradictory ? { message: '参数错误' } : {}),
    },
  };
};
