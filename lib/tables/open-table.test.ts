import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { arbitraryTable, eachOf, even } from '@/test/fakes/whole-table';
import { openTable } from './open-table';
import { serveTables } from './worker/serve-tables';
import type { SpawnTableWorker } from './worker/table-client';
import type { TableAsk } from './worker/table-protocol';
import { writeTable } from './write-table';

/** A worker without its thread: messages go over copied, one turn later. Blobs go over as they are. */
function inThisThread() {
  const listeners: ((event: { data: unknown }) => void)[] = [];
  const failed: (() => void)[] = [];
  const asked: string[] = [];
  const terminate = vi.fn();
  const serve = serveTables((answer) => {
    const isBlob = 'value' in answer && answer.value instanceof Blob;
    queueMicrotask(() => {
      for (const listen of listeners) listen({ data: isBlob ? answer : structuredClone(answer) });
    });
  });
  const spawn: SpawnTableWorker = () => ({
    postMessage(message) {
      const ask = message as TableAsk;
      asked.push(ask.call);
      queueMicrotask(() => serve(ask));
    },
    addEventListener(type: string, listener: (event: { data: unknown }) => void) {
      if (type === 'message') listeners.push(listener);
      else failed.push(listener as () => void);
    },
    terminate,
  });
  return {
    spawn,
    asked,
    terminate,
    fail: () => {
      for (const listen of failed) listen();
    },
  };
}

it('rows are handed on only when they are asked for, the previewed ones too', async () => {
  const { spawn, asked } = inThisThread();
  const text = Array.from({ length: 2500 }, (_, row) => `${row}\tx`).join('\n');
  const table = await openTable({ text }, {}, undefined, spawn);

  expect(table.info).toEqual({ kind: 'text', encoding: undefined, separator: '\t' });
  expect(table.preview).toHaveLength(20);
  expect(asked).toEqual(['addText', 'openText']);
  const rows = [];
  for (let chunk = await table.nextRows(); chunk; chunk = await table.nextRows()) rows.push(...chunk.rows);
  expect(rows.map(([first]) => first)).toEqual(Array.from({ length: 2500 }, (_, row) => String(row)));
  expect(await table.nextRows()).toBeUndefined();
});

it('a long text goes over in pieces', async () => {
  const { spawn, asked } = inThisThread();
  const { preview } = await openTable(
    { text: `a,${'x'.repeat(900_000)}\n`.repeat(5) },
    { separator: ',' },
    undefined,
    spawn,
  );
  expect(asked).toEqual(['addText', 'addText', 'addText', 'openText']);
  expect(preview[1]?.[1]).toHaveLength(900_000);
});

it('an error keeps its code, reason and place; a table that does not open leaves no worker', async () => {
  const { spawn, terminate } = inThisThread();
  await expect(openTable({ text: 'a\n"b' }, {}, undefined, spawn)).rejects.toMatchObject({
    code: 'invalid-input',
    detail: { reason: 'unclosed-quote', path: '2' },
  });
  expect(terminate).toHaveBeenCalled();
});

it('an error in the middle of the rows comes with the rows', async () => {
  const { spawn } = inThisThread();
  const table = await openTable({ text: `${'a\tb\n'.repeat(200_000)}"c` }, {}, undefined, spawn);
  const readAll = async () => {
    while (await table.nextRows());
  };
  await expect(readAll()).rejects.toMatchObject({ detail: { reason: 'unclosed-quote', path: '200001' } });
});

it('a worker that dies fails what is asked of it, then and later', async () => {
  const { spawn, fail } = inThisThread();
  const table = await openTable({ text: 'a' }, {}, undefined, spawn);
  const next = table.nextRows();
  fail();
  await expect(next).rejects.toMatchObject({ code: 'bug', detail: { reason: 'table-worker' } });
  await expect(table.nextRows()).rejects.toMatchObject({ code: 'bug' });
});

it('closing ends the worker and whatever waits for it', async () => {
  const { spawn, terminate } = inThisThread();
  const table = await openTable({ text: 'a' }, {}, undefined, spawn);
  const next = table.nextRows();
  table.close();
  await expect(next).rejects.toMatchObject({ detail: { reason: 'table-closed' } });
  expect(terminate).toHaveBeenCalled();
});

it('a table that is called off while it opens leaves no worker', async () => {
  const { spawn, terminate } = inThisThread();
  const calling = new AbortController();
  const opening = openTable({ text: 'a' }, {}, calling.signal, spawn);
  calling.abort();
  await expect(opening).rejects.toMatchObject({ detail: { reason: 'table-closed' } });
  expect(terminate).toHaveBeenCalled();
  await expect(openTable({ text: 'a' }, {}, calling.signal, spawn)).rejects.toMatchObject({ code: 'invalid-input' });
});

it('a table that is open does not hear of its opening any more', async () => {
  const { spawn, terminate } = inThisThread();
  const calling = new AbortController();
  const table = await openTable({ text: 'a' }, {}, calling.signal, spawn);
  calling.abort();
  expect(terminate).not.toHaveBeenCalled();
  expect((await table.nextRows())?.rows).toEqual([['a']]);
});

it.each(['csv', 'xlsx'] as const)('any table written as %s and opened again is the same', async (format) => {
  await fc.assert(
    fc.asyncProperty(arbitraryTable('grapheme'), async (rows) => {
      fc.pre(!rows.flat().join('').includes('\0'));
      const blob = await writeTable(eachOf(rows), { format }, inThisThread().spawn);
      const table = await openTable({ file: new File([blob], `a.${format}`) }, {}, undefined, inThisThread().spawn);
      const read = (await table.nextRows())?.rows ?? [];
      expect(even(read)).toEqual(even(rows.map((cells) => cells.slice(0, even(read)[0]?.length))));
    }),
    { numRuns: 100 },
  );
});

it('rows are asked for as the file grows, and an error in them ends the worker', async () => {
  const { spawn, asked, terminate } = inThisThread();
  let given = 0;
  async function* rows() {
    for (; given < 2000; given += 1) yield [String(given)];
    throw new Error('the job is gone');
  }
  await expect(writeTable(rows(), { format: 'csv' }, spawn)).rejects.toThrow('the job is gone');
  expect(asked).toEqual(['beginWriting', ...Array(4).fill('addRows')]);
  expect(terminate).toHaveBeenCalled();
});

it('a cell that cannot be written fails by its place, however many rows follow', async () => {
  const { spawn } = inThisThread();
  const rows = eachOf([['x'.repeat(40_000)], ...Array.from({ length: 3000 }, () => ['a'])]);
  await expect(writeTable(rows, { format: 'xlsx' }, spawn)).rejects.toMatchObject({
    detail: { reason: 'cell-too-long-for-excel', path: 'A1' },
  });
});
