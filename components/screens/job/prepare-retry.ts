import type { App } from '@/components/app/app';
import { releaseScope } from '@/components/screens/release/draft-keeper';
import type { JobDetail } from '@/lib/messages/extension-contract';

/**
 * Fills the release form with what a settled job held, as a new intention: what was refused was not done, and another
 * try under the old key could be taken for the same request. Answers the opportunity's id, where the form is.
 */
export async function prepareRetry({ client, ports, surface }: App, { summary, rows }: JobDetail): Promise<string> {
  const values = rows[0]?.values ?? {};
  await client.call('draft.save', {
    scope: releaseScope(summary.subject),
    draft: {
      intentId: ports.newIntentId(),
      values: { ...values },
      source: surface === 'panel' ? 'panel' : 'popup',
      ...(summary.label && { label: summary.label }),
    },
  });
  return summary.subject;
}
