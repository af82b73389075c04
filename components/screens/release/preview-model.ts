import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type ErrorData, toErrorData } from '@/lib/errors/app-error';
import type { Client } from '@/lib/messages/client';
import type { CallInput, CallOutput } from '@/lib/messages/extension-contract';

export interface PreviewModel {
  isOpen: Signal<boolean>;
  /** Only while it answers the present input; as the error. */
  preview: ReadonlySignal<CallOutput<'job.preview'> | undefined>;
  error: ReadonlySignal<ErrorData | undefined>;
  /** Opens when that is why it was not sent: a policy asks for a dry run. */
  openIfRequired(refusal: ErrorData | undefined): void;
  /** Starts following the input; answers a function that ends it. */
  start(): () => void;
}

interface Answer {
  asked: CallInput<'job.preview'>;
  preview?: CallOutput<'job.preview'>;
  error?: ErrorData;
}

const settleMs = 250;

/** The exact request that would be sent, kept in step with the form while it is looked at. No input: the form has errors. */
export function createPreviewModel(
  client: Client,
  input: ReadonlySignal<CallInput<'job.preview'> | undefined>,
): PreviewModel {
  const isOpen = signal(false);
  const last = signal<Answer | undefined>(undefined);
  // An answer to what the form held before would show a request that is not this one.
  const present = computed(() => (last.value?.asked === input.value ? last.value : undefined));

  async function read(asked: CallInput<'job.preview'>): Promise<void> {
    const answer = await client.call('job.preview', asked).then(
      (preview): Answer => ({ asked, preview }),
      (thrown): Answer => ({ asked, error: toErrorData(thrown) }),
    );
    if (asked === input.peek()) last.value = answer;
  }

  return {
    isOpen,
    preview: computed(() => present.value?.preview),
    error: computed(() => present.value?.error),
    openIfRequired(refusal) {
      if (isDryRunRequired(refusal)) isOpen.value = true;
    },
    start: () =>
      effect(() => {
        const asked = input.value;
        if (!asked) last.value = undefined;
        if (!asked || !isOpen.value) return undefined;
        const timer = setTimeout(() => void read(asked), last.peek() ? settleMs : 0);
        return () => clearTimeout(timer);
      }),
  };
}

export function isDryRunRequired(refusal: ErrorData | undefined): boolean {
  return refusal?.detail.reason === 'dry-run-required';
}
