import { type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import type { CallOutput } from '@/lib/messages/extension-contract';

type Verification = Omit<CallOutput<'journal.verify'>, 'next'>;

export interface VerifyModel {
  action: Action;
  /** Entries found whole so far, while it goes on. */
  progress: ReadonlySignal<{ done: number; total: number } | undefined>;
  result: ReadonlySignal<Verification | undefined>;
  verify(): Promise<boolean>;
}

/** The whole chain, part by part, so that the worker answers others in between. */
export function createVerifyModel({ client }: Pick<App, 'client'>): VerifyModel {
  const action = createAction();
  const progress = signal<{ done: number; total: number } | undefined>(undefined);
  const result = signal<Verification | undefined>(undefined);

  async function verifyParts(): Promise<void> {
    result.value = undefined;
    progress.value = undefined;
    let part = await client.call('journal.verify', {});
    while (part.next) {
      progress.value = { done: part.entries, total: part.next.of };
      part = await client.call('journal.verify', { from: part.next });
    }
    result.value = part;
  }

  return { action, progress, result, verify: () => action.run(verifyParts) };
}
