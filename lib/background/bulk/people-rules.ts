import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PeopleRules } from '@/lib/jobs/drafts/draft-rules';
import type { Operation } from '@/lib/operations/operation';

/** Of an operation that reaches people by a plan: the same person by the same plan. Undefined for every other one. */
export function peopleRules({ shared, fields }: Pick<Operation, 'shared' | 'fields'>): PeopleRules | undefined {
  if (!Object.hasOwn(shared, 'plan_id')) return undefined;
  return {
    fields: Object.keys(fields).filter((name) => fields[name]?.mask),
    sameForm,
    traceOf(field, value, { plan_id: plan = '' }) {
      return `person ${bytesToHex(sha256(utf8ToBytes(JSON.stringify([plan, field, sameForm(value)]))))}`;
    },
  };
}

/** 138-0013-8000, (+86) 13800138000 and 8613800138000 are one number, as are 010-12345678 and +86 10 12345678. */
function sameForm(value: string): string {
  const text = value
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]/gu, '')
    .toLowerCase();
  if (text.includes('@')) return text;
  return text
    .replaceAll(/[().\p{Pd}]/gu, '')
    .replace(/^(?:\+86|0086|86(?=1\d{10}$))/, '')
    .replace(/^0(?=[1-9])/, '');
}
