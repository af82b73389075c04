import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type ErrorData, toErrorData } from '@/lib/errors/app-error';
import type { Client } from '@/lib/messages/client';
import type { CallInput, CallOutput } from '@/lib/messages/extension-contract';

export interface PreviewModel {
  isOpen: Signal<boolean>;
  preview: ReadonlySignal<CallOutput<'job.preview'> | undefined>;
  error: ReadonlySignal<ErrorData | undefined>;
  /** Starts following the input; answers a function that ends it. */
  start(): () => void;
}

const settleMs = 250;

/** The exact request that would be sent, kept in step with the form while it is looked at. No input: the form has errors. */
export function createPreviewModel(
  client: Client,
  input: ReadonlySignal<CallInput<'job.preview'> | undefined>,
): PreviewModel {
  const isOpen = signal(false);
  const preview = signal<CallOutput<'job.preview'> | undefined>(undefined);
  const error = signal<ErrorData | undefined>(undefined);

  async function read(asked: CallInput<'job.preview'>): Promise<void> {
    try {
      const answer = await client.call('job.preview', asked);
      // An answer that comes after the form changed would show a request that is not this one.
      if (asked !== input.peek()) return;
      preview.value = answer;
      error.value = undefined;
    } catch (thrown) {
      if (asked !== input.peek()) return;
      preview.value = undefined;
      error.value = toErrorData(thrown);
    }
  }

  return {
    isOpen,
    preview,
    error,
    start: () =>
      effect(() => {
        const asked = input.value;
        if (!asked) preview.value = undefined;
        if (!asked || !isOpen.value) return undefined;
        const timer = setTimeout(() => void read(asked), preview.peek() ? settleMs : 0);
        return () => clearTimeout(timer);
      }),
  };
}
