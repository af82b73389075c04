import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type ErrorData, toErrorData } from '@/lib/errors/app-error';
import type { CallOutput } from '@/lib/messages/extension-contract';
import type { TaughtRule } from './taught-rule';

type Trial = CallOutput<'rule.try'>;

/** Somebody who types changes a rule several times in a row. */
const settleMs = 200;

export interface TeachTrial {
  /** What the rule reads from the page as it is now. */
  trial: ReadonlySignal<Trial | undefined>;
  /** Why it could not be tried. */
  trialError: ReadonlySignal<ErrorData | undefined>;
  run(): Promise<void>;
  /** Tries each rule once it is whole and no longer changed; answers a function that ends it. */
  start(): () => void;
}

export function createTeachTrial(
  { client, ports }: App,
  rule: ReadonlySignal<TaughtRule | undefined>,
  isElsewhere: ReadonlySignal<boolean>,
): TeachTrial {
  const trial = signal<Trial | undefined>(undefined);
  const trialError = signal<ErrorData | undefined>(undefined);
  let latest = 0;

  async function run(): Promise<void> {
    const text = rule.peek();
    if (!text || isElsewhere.peek()) return;
    latest += 1;
    const attempt = latest;
    const take = (read: Trial | undefined, error?: ErrorData) => {
      // Another way may have been chosen meanwhile.
      if (attempt !== latest) return;
      batch(() => {
        trial.value = read;
        trialError.value = error;
      });
    };
    try {
      const active = await ports.activeTab();
      take(active && (await client.call('rule.try', { tabId: active.tabId, text: JSON.stringify(text) })));
    } catch (thrown) {
      take(undefined, toErrorData(thrown));
    }
  }

  return {
    trial,
    trialError,
    run,
    start() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const end = effect(() => {
        const isWhole = rule.value !== undefined;
        clearTimeout(timer);
        if (isWhole) timer = setTimeout(() => void run(), settleMs);
        // What another rule read says nothing of this one, nor does what is still asked about it.
        trial.value = undefined;
        latest += 1;
      });
      return () => {
        end();
        clearTimeout(timer);
      };
    },
  };
}
