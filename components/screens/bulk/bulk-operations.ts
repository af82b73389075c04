import type { Declaration } from '@/lib/operations/operation';
import { releaseOpportunity } from '@/lib/operations/release-opportunity';
import { sellCards } from '@/lib/operations/sell-cards';
import { submitOutreach } from '@/lib/operations/submit-outreach';
import { updateOpportunity } from '@/lib/operations/update-opportunity';

export const bulkOperationIds = ['release-opportunity', 'update-opportunity', 'submit-outreach', 'sell-cards'] as const;
export type BulkOperationId = (typeof bulkOperationIds)[number];

/** An operation as a person fills it in for many rows. */
export interface BulkOperation {
  declaration: Declaration;
  /** Fields of a row that most tables have; the others are folded away. */
  usual: readonly string[];
}

const operations: Readonly<Record<BulkOperationId, BulkOperation>> = {
  'release-opportunity': {
    declaration: releaseOpportunity,
    usual: ['opportunity_id', 'memo', 'territory_code', 'operator_id', 'operator_name'],
  },
  'update-opportunity': {
    declaration: updateOpportunity,
    usual: ['id', 'stage', 'expect_amount', 'expect_sign_date', 'user_id', 'note'],
  },
  'submit-outreach': {
    declaration: submitOutreach,
    usual: ['phone_number', 'email', 'user_name', 'input_params', 'output_params'],
  },
  'sell-cards': { declaration: sellCards, usual: ['physical_card_ids'] },
};

export function isBulkOperation(id: string): id is BulkOperationId {
  return Object.hasOwn(operations, id);
}

export function bulkOperation(id: BulkOperationId): BulkOperation {
  return operations[id];
}

/** The fields of a row that a column or a value for all rows may fill, the usual ones first. */
export function rowFields({ declaration: { fields }, usual }: BulkOperation): string[] {
  const rare = Object.keys(fields).filter((name) => !usual.includes(name));
  return [...usual, ...rare].filter((name) => !['generated', 'record'].includes(fields[name]?.from ?? 'generated'));
}

/** The fields that all rows of a request share by the document. */
export function sharedFields({ declaration: { shared } }: BulkOperation): string[] {
  return Object.keys(shared).filter((name) => shared[name]?.from !== 'generated');
}

/** What a new table begins with, beside its columns: what the site's rule and the settings know, and the empty objects that a plan without variables takes. */
export function firstValues(
  id: BulkOperationId,
  mapping: readonly string[],
  { operator, territoryCode }: { operator: { id: string; name: string }; territoryCode: string },
  ofSite: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const known: Readonly<Record<BulkOperationId, Record<string, string>>> = {
    'release-opportunity': { territory_code: territoryCode, operator_id: operator.id, operator_name: operator.name },
    'update-opportunity': {},
    'submit-outreach': { input_params: '{}', output_params: '{}' },
    'sell-cards': { operator_id: operator.id },
  };
  return Object.fromEntries(
    Object.entries(known[id])
      .map(([name, value]): [string, string] => [name, (Object.hasOwn(ofSite, name) && ofSite[name]) || value])
      .filter(([name, value]) => value !== '' && !mapping.includes(name)),
  );
}
