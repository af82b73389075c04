import { isJsonObject, JsonNumber, type JsonObject } from '../../json.ts';
import { digitsAt, objectAt, textAt } from '../../methods/read-values.ts';
import { setField } from '../apply-edit.ts';
import { formatChinaMinutes, isChinaMinutes } from '../china-minutes.ts';
import { findVisibleRecord } from '../find-visible-record.ts';
import { findOption } from '../options.ts';
import type { RestCall, RestRoute } from '../rest-call.ts';
import { badRequest, unprocessable } from '../rest-refusal.ts';
import { writeRestId } from '../write-values.ts';

const known: readonly string[] = [
  'loggable_id',
  'loggable_type',
  'content',
  'remind_at',
  'real_revisit_at',
  'category',
  'loggable_attributes',
];

const noteViolations = (body: JsonObject, log: JsonObject, violate: (violation: string) => void): void => {
  for (const name of Object.keys(body)) if (name !== 'revisit_log') violate(`unknown-field:${name}`);
  for (const name of Object.keys(log)) if (!known.includes(name)) violate(`unknown-field:revisit_log.${name}`);
  if (!(log.loggable_id instanceof JsonNumber)) violate('type:revisit_log.loggable_id');
  for (const name of Object.keys(objectAt(log, 'loggable_attributes'))) {
    if (name !== 'stage') violate(`unknown-field:revisit_log.loggable_attributes.${name}`);
  }
};

const idOf = (log: JsonObject): string => textAt(log, 'loggable_id') ?? digitsAt(log, 'loggable_id');

const check = (log: JsonObject, stage: string | undefined): Record<string, string[]> => {
  const faults: Record<string, string[]> = {};
  if ((textAt(log, 'content') ?? '').trim() === '') faults.content = ['跟进内容不能为空'];
  for (const name of ['remind_at', 'real_revisit_at']) {
    const time = textAt(log, name) ?? '';
    if (time !== '' && !isChinaMinutes(time)) faults[name] = ['时间格式错误'];
  }
  if (stage !== undefined && findOption('stage', stage)?.status !== 'enable') faults.stage = ['不是可用的选项'];
  return faults;
};

const perform = (call: RestCall): ReturnType<RestRoute['perform']> => {
  const { body, data, nowMs, shape } = call;
  const log = objectAt(body, 'revisit_log');
  if (!isJsonObject(body.revisit_log)) return { refusal: badRequest('参数格式错误') };
  noteViolations(body, log, call.violate);
  if (textAt(log, 'loggable_type') !== 'Opportunity') return { refusal: badRequest('loggable_type 错误') };
  const record = findVisibleRecord(call, idOf(log));
  if ('code' in record) return { refusal: record };
  const stage = textAt(objectAt(log, 'loggable_attributes'), 'stage');
  const faults = check(log, stage);
  if (Object.keys(faults).length > 0) return { refusal: unprocessable(faults) };
  if (stage !== undefined && !record.details.lockedFields.includes('stage')) setField(record, 'stage', stage);
  const now = formatChinaMinutes(nowMs);
  record.details.updatedAt = now;
  record.opportunity.lastFollowUpDate = now.slice(0, 10);
  const id = String(9_007_199_254_742_001n + BigInt(data.restCrm.revisitLogs.length));
  const content = textAt(log, 'content') ?? '';
  data.restCrm.revisitLogs.push({
    id,
    opportunityId: record.opportunity.id,
    content,
    stage: stage ?? '',
    createdAt: now,
  });
  return { data: { id: writeRestId(id, shape), content, created_at: now }, processed: true };
};

/** A follow-up, which may move the stage in the same call. Sent twice, it is there twice. */
export const revisitLogsRoute: RestRoute = {
  name: 'POST /api/v2/revisit_logs',
  authorization: 'required',
  query: [],
  objects: (body) => [idOf(objectAt(body, 'revisit_log'))].filter((id) => id !== ''),
  perform,
};
