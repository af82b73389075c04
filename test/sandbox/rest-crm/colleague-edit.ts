import type { Struck } from '../gateway/struck.ts';
import type { SandboxData } from '../sandbox-data.ts';
import { setField } from './apply-edit.ts';
import { formatChinaMinutes } from './china-minutes.ts';
import { findRecord } from './rest-crm-data.ts';

/** Somebody else saves the same opportunity just before or just after the call is dealt with. */
export const editAsColleague = (
  struck: Struck,
  when: 'before' | 'after',
  { id, data, nowMs }: { id: string; data: SandboxData; nowMs: number },
): void => {
  const record = findRecord(data.restCrm, data.crm, id);
  const fault = record && struck('colleague-edit', (options) => options.when === when);
  if (!fault) return;
  setField(record, String(fault.options.field), String(fault.options.value));
  record.details.updatedAt = formatChinaMinutes(nowMs);
};
