import type { Client } from '@/lib/messages/client';
import type { Draft } from '@/lib/messages/extension-contract';
import { releaseScope } from './draft-keeper';

/** Whether a draft is about another opportunity than the form it was kept for: its id was corrected there. */
export function isOfOther({ values }: Draft, opportunityId: string): boolean {
  const id = values.opportunity_id?.trim();
  return opportunityId !== '' && id !== undefined && id !== '' && id !== opportunityId.trim();
}

/**
 * Puts such a draft under the id that it is about, unless something is kept there. Never rejects: where it cannot be
 * put elsewhere, it stays where it is.
 */
export async function keepForOther(client: Client, draft: Draft, opportunityId: string): Promise<void> {
  const scope = releaseScope(draft.values.opportunity_id?.trim() ?? '');
  try {
    if ((await client.call('draft.read', { scope })).draft) return;
    await client.call('draft.save', { scope, draft });
    await client.call('draft.delete', { scope: releaseScope(opportunityId) });
  } catch {
    // It stays.
  }
}
