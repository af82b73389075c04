import { expect, it } from 'vitest';
import { createCardList } from './card-list';

it('adds each once, in order, leading zeros kept, and tells of those that are there at once', () => {
  const list = createCardList();
  expect(list.enter('0042')).toBe('');
  expect(list.enter('42, 0042 9007199254740993')).toBe('');
  expect(list.ids.value).toEqual(['0042', '42', '9007199254740993']);
  expect(list.news.value).toMatchObject({ added: ['42', '9007199254740993'], repeated: ['0042'] });
});

it('leaves in the field what is no card id', () => {
  const list = createCardList();
  expect(list.enter('111 a=b')).toBe('a=b');
  expect(list.ids.value).toEqual(['111']);
  expect(list.news.value).toMatchObject({ refused: ['a=b'] });
});

it('takes no more than a job can have', () => {
  const list = createCardList();
  const ids = Array.from({ length: 502 }, (_, index) => String(index));
  expect(list.enter(ids.join('\n'))).toBe('500 501');
  expect(list.ids.value).toHaveLength(500);
  expect(list.news.value).toMatchObject({ left: 2 });
});

it('puts back what was removed where it stood, beside what came since', () => {
  const list = createCardList();
  list.enter('1 2 3');
  list.remove('2');
  expect(list.ids.value).toEqual(['1', '3']);
  list.undo();
  expect(list.ids.value).toEqual(['1', '2', '3']);
  list.clear();
  expect(list.news.value).toEqual({ kind: 'removed', ids: ['1', '2', '3'] });
  list.undo();
  expect(list.ids.value).toEqual(['1', '2', '3']);
});
