import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import type { CallInput } from '@/lib/messages/extension-contract';
import { createFakeWorker } from '@/test/fakes/fake-client';
import { createPreviewModel } from './preview-model';

type Input = CallInput<'job.preview'>;

const inputOf = (memo: string): Input => ({
  operation: 'release-opportunity',
  connectionId: 'top',
  rows: [{ memo }],
  intentId: 'INTENT0001',
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Looked at, over a worker that shows the memo and refuses an empty one. */
function look(memo: string) {
  const worker = createFakeWorker();
  worker.answer({
    'job.preview': ({ rows }) => {
      const memo = rows[0]?.memo ?? '';
      if (memo === '') throw new AppError('locked');
      return { endpoint: 'https://a.example/', lines: [['memo', memo]], requests: 1 };
    },
  });
  const input = signal<Input | undefined>(inputOf(memo));
  const model = createPreviewModel(worker.client, input);
  model.isOpen.value = true;
  const end = model.start();
  const shown = () => model.preview.value?.lines[0]?.[1] ?? model.error.value?.code;
  return { worker, input, shown, end };
}

it('stands only while it answers the present input', async () => {
  const { worker, input, shown, end } = look('一');
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).toBe('一');
  input.value = inputOf('二');
  expect(shown()).toBeUndefined();
  input.value = inputOf('三');
  await vi.advanceTimersByTimeAsync(300);
  expect(shown()).toBe('三');
  expect(worker.callsOf('job.preview').map(({ rows }) => rows[0]?.memo)).toEqual(['一', '三']);
  end();
});

it('a failure goes with the input that it was about', async () => {
  const { input, shown, end } = look('');
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).toBe('locked');
  input.value = undefined;
  expect(shown()).toBeUndefined();
  input.value = inputOf('一');
  expect(shown()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).toBe('一');
  end();
});
