import { expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createExportModel } from './export-model';

const begun = {
  ...{ exportedAt: '2026-11-20T04:00:00.000Z', after: 0, upTo: 5000 },
  ...{ entries: 0, lastSequence: 0, lastHash: '0', closedRuns: '', runFrom: 0 },
};

function keep() {
  const worker = createFakeWorker({}, () => Date.UTC(2026, 10, 20, 17));
  const files: { name: string; content: string | Blob }[] = [];
  const world = { isBroken: false };
  worker.answer({
    'journal.export': ({ filter, cursor }) => {
      if (!cursor) return { text: 'first\n', cursor: { ...begun, ...(filter ? { filter } : {}) }, more: true };
      if (world.isBroken) throw new AppError('bug');
      const after = Math.min(5000, cursor.after + 2000);
      const more = after < 5000;
      const part = { ...cursor, after, entries: after, lastSequence: after, lastHash: `h${after}` };
      return { text: more ? `to ${after}\n` : 'last\n', cursor: part, more };
    },
  });
  const app = createFakeApp(worker, { ports: { saveFile: (name, content) => void files.push({ name, content }) } });
  return { worker, files, world, model: createExportModel(app) };
}

it('saves every part in one file, named after the day in China, and tells what is in it', async () => {
  const { files, model } = keep();
  const seen: unknown[] = [];
  model.progress.subscribe((progress) => void seen.push(progress?.done));
  expect(await model.exportFile()).toBe(true);
  expect(files.map(({ name }) => name)).toEqual(['crm-sidekick-journal-2026-11-21.jsonl']);
  expect(await new Blob([files[0]?.content ?? '']).text()).toBe('first\nto 2000\nto 4000\nlast\n');
  expect(seen).toEqual([undefined, 0, 2000, 4000]);
  expect(model.exported.value).toMatchObject({ entries: 5000, lastSequence: 5000, lastHash: 'h5000' });
});

it('asks for what the filter shows, and goes on with it', async () => {
  const { worker, model } = keep();
  await model.exportFile({ event: 'sent' });
  const [first, ...others] = worker.callsOf('journal.export');
  expect(first).toEqual({ filter: { event: 'sent' } });
  for (const { cursor } of others) expect(cursor?.filter).toEqual({ event: 'sent' });
});

it('that fails saves nothing, and is tried again from the beginning with the same filter', async () => {
  const { worker, files, world, model } = keep();
  world.isBroken = true;
  expect(await model.exportFile({ event: 'sent' })).toBe(false);
  expect([files, model.exported.value, model.action.error.value?.code]).toEqual([[], undefined, 'bug']);
  world.isBroken = false;
  expect(await model.retry()).toBe(true);
  expect(files).toHaveLength(1);
  expect(worker.callsOf('journal.export').filter(({ cursor }) => !cursor)).toEqual([
    { filter: { event: 'sent' } },
    { filter: { event: 'sent' } },
  ]);
});
