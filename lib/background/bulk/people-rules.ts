import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PeopleRules } from '@/lib/jobs/drafts/draft-rules';
import type { Operation } from '@/lib/operations/operation';

/** Of an operation that reaches people by a plan: the same person by the same plan. Undefined for every other one. */
export function peopleRules({ shared, fields }: Pick<Operation, 'shared' | 'fields'>): PeopleRules | undefined {
  if (!Object.hasOwn(shared, 'plan_id')) return undefined;
  return {
    fields: Object.keys(fields).filter((name) => fields[name]?.mask),
    traceOf(field, value, { plan_id: plan = '' }) {
      const bare = value.replaceAll(/[\s()-]/g, '').toLowerCase();
      return `person ${bytesToHex(sha256(utf8ToBytes(JSON.stringify([plan, field, bare]))))}`;
    },
  };
}
