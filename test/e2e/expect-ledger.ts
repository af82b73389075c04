import { expect } from 'vitest';
import type { TestSandbox } from './sandbox.ts';
import { operator, territory } from './setup.ts';

/** What a release sends when nothing was typed but what must be. */
export const requiredFields = {
  territory_code: territory,
  operator_id: operator.id,
  operator_name: operator.name,
} as const;

/**
 * Holds the ledger to exactly one request about an opportunity: accepted and processed, rightly signed, without
 * anything a well-behaved caller never sends, and its fields these and no others. Gives its key.
 */
export function expectOneRelease(
  sandbox: TestSandbox,
  opportunityId: string,
  fields: Record<string, string> = requiredFields,
): string {
  const { entries, counts } = sandbox.ledger({ object: opportunityId });
  expect(counts.all).toEqual({ requests: 1, accepted: 1, processed: 1, refused: 0, cut: 0 });
  const [entry] = entries;
  expect(entry).toMatchObject({ httpMethod: 'POST', signature: 'right', signMethod: 'hmac-sha256', violations: [] });
  expect(entry?.body.param_top_leads_release_request).toEqual({
    opportunity_id: opportunityId,
    ...fields,
    req_id: entry?.key,
  });
  return entry?.key ?? '';
}

/** Holds the ledger to several requests about an opportunity under one key, of which exactly one was accepted. */
export function expectOneKey(sandbox: TestSandbox, opportunityId: string, requests: number): void {
  const { counts } = sandbox.ledger({ object: opportunityId });
  expect(counts.byObject[opportunityId]).toMatchObject({ requests, processed: 1 });
  expect(counts.byObject[opportunityId]?.keys).toHaveLength(1);
}
