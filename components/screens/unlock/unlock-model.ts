import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { sealText, withSealKey } from '@/lib/messages/seal';

export interface UnlockModel {
  mode: ReadonlySignal<'passphrase' | 'device'>;
  passphrase: Signal<string>;
  /** Paused jobs that go on once it is unlocked. */
  waitingJobs: ReadonlySignal<number>;
  unlocking: Action;
  unlock(): Promise<boolean>;
}

/** Unlocking in place. The passphrase is gone from the page as soon as it was right, or the screen is left. */
export function createUnlockModel({ state, client, refresh }: App): UnlockModel {
  const passphrase = signal('');
  const unlocking = createAction();
  const mode = computed(() => state.value.vault.mode ?? 'passphrase');
  return {
    mode,
    passphrase,
    waitingJobs: computed(
      () => state.value.jobs.filter((job) => job.state === 'paused' && job.pausedBy?.code === 'locked').length,
    ),
    unlocking,
    unlock: () =>
      unlocking.run(async () => {
        if (mode.value === 'device') await client.call('vault.unlock', {});
        else
          await withSealKey(
            () => client.call('vault.sealKey', {}),
            async (key) => client.call('vault.unlock', { passphrase: await sealText(key, passphrase.value) }),
          );
        passphrase.value = '';
        await refresh();
      }),
  };
}
