// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { readSelectedText } from './selected-text';

function select(from: Node, fromOffset: number, to: Node, toOffset: number): Selection | null {
  const selection = document.getSelection();
  const range = document.createRange();
  range.setStart(from, fromOffset);
  range.setEnd(to, toOffset);
  selection?.removeAllRanges();
  selection?.addRange(range);
  return selection;
}

function show(...texts: string[]): Text[] {
  const nodes = texts.map((text) => document.createTextNode(text));
  document.body.replaceChildren(
    ...nodes.map((node) => {
      const paragraph = document.createElement('p');
      paragraph.append(node);
      return paragraph;
    }),
  );
  return nodes;
}

test('a part of one text is read', () => {
  const [text] = show('商机 20191214888 跟进');
  expect(text && readSelectedText(select(text, 3, text, 14))).toBe('20191214888');
});

test('texts in several elements are read with a space between', () => {
  const [label, value] = show('商机', '20191214888');
  expect(label && value && readSelectedText(select(label, 0, value, 11))).toBe('商机 20191214888');
});

test('no selection, or only a caret, is no text', () => {
  const [text] = show('20191214888');
  expect(readSelectedText(null)).toBe('');
  expect(text && readSelectedText(select(text, 3, text, 3))).toBe('');
});

test('a selection of a whole large page is none', () => {
  show(...Array.from({ length: 5000 }, (_, index) => String(index)));
  expect(readSelectedText(select(document.body, 0, document.body, 5000))).toBe('');
});

test('a selected text without end is none', () => {
  const [text] = show('1'.repeat(1_000_000));
  expect(text && readSelectedText(select(text, 0, text, 1_000_000))).toBe('');
});
