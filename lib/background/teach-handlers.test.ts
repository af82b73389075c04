import { describe, expect, it } from 'vitest';
import type { PointRequest } from '@/lib/pages/teach/point-messages';
import { createTeachHandlers } from './teach-handlers';

const sender = {};
const words = { language: 'zh-CN' as const, ask: '请指出', hint: '', nothing: '', stop: '结束' };
const candidate = { source: { from: 'path', after: ['deal'] }, reads: '12', kind: 'address' };

function world(answer: unknown) {
  const asked: PointRequest[] = [];
  const wishes: unknown[] = [];
  const handlers = createTeachHandlers({
    reader: {
      point: async (_, request) => {
        asked.push(request);
        return answer;
      },
    },
    notes: { keepWish: async (wish) => void wishes.push(wish) },
    clock: () => 5,
    show: () => undefined,
  });
  return { handlers, asked, wishes };
}

const read = (answer: unknown) => world(answer).handlers['teach.read']({ tabId: 7 }, sender);
const picked = (...candidates: unknown[]) => ({ state: 'picked', field: 'id', candidates });

describe('pointing in a page', () => {
  it('is ordered with the words that are said there', async () => {
    const { handlers, asked } = world({});
    await handlers['teach.point']({ tabId: 7, field: 'row.title', row: 'tr', words }, sender);
    expect(asked).toEqual([{ contract: 'page', call: 'page.point', input: { field: 'row.title', row: 'tr', words } }]);
  });

  it('is refused where nobody answers', async () => {
    await expect(
      world(undefined).handlers['teach.point']({ tabId: 7, field: 'id', words }, sender),
    ).rejects.toMatchObject({
      code: 'not-allowed',
      detail: { reason: 'page-not-read' },
    });
  });

  it('tells what was pointed at, and how it is found again', async () => {
    expect(await read(picked(candidate))).toEqual(picked(candidate));
  });

  it.each([
    ['nothing at all', undefined],
    ['what is no state', { ...picked(), state: 'released' }],
    ['a field that there is not', { ...picked(), field: '__proto__' }],
    ['more than is offered', picked(...Array.from({ length: 9 }, () => candidate))],
    ['a text without end', picked({ ...candidate, reads: 'x'.repeat(201) })],
    ['a source that no rule may hold', picked({ ...candidate, source: { from: 'script', run: 'alert(1)' } })],
    ['a selector that may take for ever', picked({ ...candidate, source: { from: 'selector', selector: ':has(*)' } })],
    ['a row without its id', picked({ list: { row: 'tr' }, reads: '1', kind: 'data' })],
    ['something besides', picked({ ...candidate, operations: [] })],
  ])('a page that answers %s is gone', async (_, answer) => {
    expect(await read(answer)).toEqual({ state: 'gone', candidates: [] });
  });
});

it('the panel of a window is asked to come', async () => {
  const { handlers, wishes } = world({});
  await handlers['teach.open']({ windowId: 3 }, sender);
  expect(wishes).toEqual([{ at: 5, windowId: 3, scope: 'teach' }]);
});
