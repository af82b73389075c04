import { expect, it } from 'vitest';
import { findMerges } from './find-merges';
import { parseFormat } from './number-format';

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function* onePiece(text: string) {
  yield text;
}

it('a number format of many brackets is read in no time, and one of Excel’s length whole', async () => {
  expect(await timed(() => parseFormat('['.repeat(100_000)))).toBeLessThan(500);
  expect(parseFormat(`${'"a"'.repeat(83)}yyyy`)).toMatchObject({ hasDate: true });
});

it('areas that never say where they are take no time, and those that do are found between them', async () => {
  const text = `${'mergeCell '.repeat(30_000)}<mergeCell ref="B2:B4"/>`;
  expect(await timed(() => findMerges(onePiece(text)))).toBeLessThan(500);
  expect(await findMerges(onePiece(text))).toEqual([{ column: 1, top: 2, bottom: 4 }]);
});
