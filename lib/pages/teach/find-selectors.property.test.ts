// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { findAllAt, findAt } from '@/lib/pages/selector-path';
import { findInRow, findSelectors } from './find-selectors';

interface Node {
  tag: string;
  attributes: Record<string, string>;
  isShadowed: boolean;
  children: Node[];
}

const names = fc.constantFrom(
  'title',
  'detail-value',
  'account',
  'css-1q2w3e',
  'row-20191214888',
  '客户',
  'x',
  'a"]',
  '',
);
const attributes = fc.dictionary(
  fc.constantFrom(
    'id',
    'class',
    'data-name',
    'data-record',
    'aria-label',
    'role',
    'itemprop',
    'data-v-7ba5bd90',
    'title',
  ),
  names,
  { maxKeys: 3 },
);
const tree = (depth: number): fc.Arbitrary<Node> =>
  fc.record({
    tag: fc.constantFrom('div', 'span', 'p', 'h1', 'dd', 'record-field', 'main'),
    attributes,
    isShadowed: fc.boolean(),
    children: depth === 0 ? fc.constant([]) : fc.array(tree(depth - 1), { maxLength: 3 }),
  });

function build({ tag, attributes, isShadowed, children }: Node): Element {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  const inside = isShadowed && tag === 'record-field' ? made.attachShadow({ mode: 'open' }) : made;
  inside.append(...children.map(build));
  return made;
}

function everythingIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? everythingIn(element.shadowRoot) : []),
  ]);
}

test('whatever the page: each selector that is found leads to exactly that element, and in the document there is always one', () => {
  fc.assert(
    fc.property(fc.array(tree(4), { minLength: 1, maxLength: 4 }), (roots) => {
      document.body.replaceChildren(...roots.map(build));
      for (const element of everythingIn(document.body).slice(0, 15)) {
        const found = findSelectors(element, '客户', document);
        // A component's inside has no top that a place could be counted from: what has no name there may not be found.
        if (element.getRootNode() === document) expect(found.length, element.outerHTML).toBeGreaterThan(0);
        for (const { selector, kind } of found) {
          expect(findAt(document, selector, { left: 10_000 }), selector).toBe(element);
          // A place is counted from the top: what comes first is meant, as it is read.
          if (kind !== 'place') expect(findAllAt(document, selector, { left: 10_000 }), selector).toHaveLength(1);
          expect(selector).not.toMatch(/2019|1q2w3e|客户|7ba5/);
          expect(selector.length).toBeLessThanOrEqual(300);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('a page of names and depths without end is searched a bounded number of times', () => {
  const names = Array.from({ length: 500 }, (_, index) => `name-${'abcdefghij'[index % 10]}${'aeiou'[index % 5]}ta`);
  let markup = '<i></i>';
  for (let depth = 0; depth < 200; depth += 1) markup = `<div class="${names.join(' ')}"><b></b>${markup}</div>`;
  document.body.innerHTML = markup.repeat(2);
  const element = document.body.querySelector('i') as Element;
  const search = vi.spyOn(document, 'querySelectorAll');
  const found = findSelectors(element, '', document);
  expect(search.mock.calls.length).toBeLessThanOrEqual(150);
  for (const { selector } of found) expect(document.querySelectorAll(selector)).toHaveLength(1);
});

test('in a row the selectors begin there', () => {
  document.body.innerHTML = '<table><tr><td>1</td><td><a>甲</a></td></tr><tr><td>2</td><td><a>乙</a></td></tr></table>';
  const [, row] = document.body.querySelectorAll('tr');
  const link = row?.querySelector('a');
  if (!row || !link) throw new Error('There is no row.');
  const found = findInRow(link, row, '乙');
  expect(found.length).toBeGreaterThan(0);
  for (const { selector } of found) expect(row.querySelector(selector)).toBe(link);
});
