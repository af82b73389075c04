// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageContextSchema, pageRowsSummarySchema } from '@/lib/messages/page-context';
import { pageRowsSchema } from '@/lib/messages/page-rules-contract';
import { type NodeBudget, nodesPerReading } from './bounded-walk';
import { builtInRules } from './built-in-rules';
import { readPage } from './read-page';
import { readRows } from './read-rows';
import { isSelectorPath } from './selector-path';
import { type SiteRule, siteRuleSchema } from './site-rule';
import { toldRules } from './told-rule';

const href = 'https://crm.example.com/opportunities/20191214888?id=1#/deal/O12';

// What a page may say anywhere: long, hidden, reversed, like members of Object, like markup, like our own answers.
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '{"__proto__":{"opportunityId":"666"}}',
    '<img src=x onerror=alert(1)>',
    '\u202e888412910 21\u202c',
    '\u2066商机ID\u2069:12',
    '长'.repeat(5000),
    '1'.repeat(5000),
    '商机ID:12',
    '商机ID',
    '20191214888',
    'OPP-20191214889',
    '客户:',
    '\0\ud800',
  ),
);
const tag = fc.constantFrom(
  'p',
  'dt',
  'dd',
  'td',
  'tr',
  'h1',
  'form',
  'input',
  'x-a',
  'a',
  'label',
  'div',
  'main',
  'table',
);
const attribute = fc.constantFrom('id', 'class', 'name', 'data-id', 'value', 'role', 'readonly', 'aria-checked');
const attributeText = fc.oneof(
  hostileText,
  fc.constantFrom(
    'querySelector',
    'shadowRoot',
    'getAttribute',
    'nodeType',
    'host',
    'children',
    'parentNode',
    'row',
    'dialog',
  ),
);

interface Planned {
  name: string;
  attributes: [string, string][];
  text: string;
  isHost: boolean;
  inside: Planned[];
}
function plannedTo(depth: number): fc.Arbitrary<Planned> {
  return fc.record({
    name: tag,
    attributes: fc.array(fc.tuple(attribute, attributeText), { maxLength: 3 }),
    text: hostileText,
    isHost: fc.boolean(),
    inside: depth === 0 ? fc.constant([]) : fc.array(plannedTo(depth - 1), { maxLength: 3 }),
  });
}
const planned = plannedTo(3);

function build(document: Document, { name, attributes, text, isHost, inside }: Planned): Element {
  const made = document.createElement(name);
  for (const [key, value] of attributes) made.setAttribute(key, value);
  made.append(text);
  const holder = isHost && name === 'x-a' ? made.attachShadow({ mode: 'open' }) : made;
  for (const child of inside) holder.append(build(document, child));
  return made;
}

function buildPage(plans: readonly Planned[]): Document {
  const document = new DOMParser().parseFromString('', 'text/html');
  for (const plan of plans) document.body.append(build(document, plan));
  return document;
}

// Pseudo-classes in one another, with what joins selectors anywhere.
const { nested } = fc.letrec<{ nested: string }>((tie) => ({
  nested: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'nested' },
    fc.constantFrom('*', 'p', '.row', '[data-id=")"]', ':nth-child( 2n + 1 )', 'p \\( '),
    fc
      .tuple(fc.constantFrom(':is', ':NOT', ':where', ':-webkit-any'), tie('nested'))
      .map(([name, inner]) => `${name}(${inner})`),
    fc
      .tuple(tie('nested'), fc.constantFrom(' ', '>', ' + ', ', ', ',', '\t'), tie('nested'))
      .map((parts) => parts.join('')),
  ),
}));

const selector = fc.oneof(
  fc.constantFrom(
    '*',
    'p',
    'tr',
    '.row',
    '[data-id]',
    '#none',
    'x-a >>> p',
    'x-a >>> x-a >>> *',
    '* >>> *',
    'p:nth-child(2)',
    '][',
    '>',
    'p,',
    ':x',
  ),
  nested,
  fc.string({
    unit: fc.constantFrom('a', '*', ' ', '>', '[', ']', ':', '(', ')', '.', '#', '\\', ','),
    minLength: 1,
    maxLength: 12,
  }),
);
const idPattern = fc.constantFrom(undefined, '{id}', 'OPP-{id}', '*{id}*', ' {id}', '1{id}1');
const textPattern = fc.constantFrom(undefined, '{text}', '<{text}>', '*{text}*', ':{text}');
const named = fc.constantFrom('id', 'class', 'data-id', 'value', '', 'x'.repeat(40));
const labels = fc.array(fc.constantFrom('商机ID', '客户', '__proto__', 'constructor', ' ', ':'), {
  minLength: 1,
  maxLength: 5,
});
const words = fc.array(fc.constantFrom('opportunities', 'deal', 'crm', ''), { minLength: 1, maxLength: 3 });

const idSource = fc.oneof(
  fc.record({ from: fc.constantFrom('path', 'hash'), after: words, pattern: fc.constantFrom(undefined, 'O{id}') }),
  fc.record({ from: fc.constant('address'), pattern: fc.constantFrom('/{id}?', '#*{id}') }),
  fc.record({ from: fc.constant('selector'), selector, pattern: idPattern }),
  fc.record({ from: fc.constant('attribute'), selector, attribute: named, pattern: idPattern }),
  fc.record({ from: fc.constant('label'), labels, pattern: idPattern }),
  fc.record({ from: fc.constant('selection') }),
);
const textSource = fc.oneof(
  fc.record({ from: fc.constant('selector'), selector, pattern: textPattern }),
  fc.record({ from: fc.constant('attribute'), selector, attribute: named, pattern: textPattern }),
  fc.record({ from: fc.constant('label'), labels, pattern: textPattern }),
  fc.record({ from: fc.constant('heading') }),
);
const texts = fc.option(fc.array(textSource, { minLength: 1, maxLength: 3 }), { nil: undefined });
const rowId = fc.oneof(
  fc.record({ from: fc.constant('selector'), selector, pattern: idPattern }),
  fc.record({ from: fc.constant('attribute'), attribute: named, pattern: idPattern }),
);
const maybeSelector = fc.option(selector, { nil: undefined });

/** Any rule that would be taken from a file. */
const anyRule = fc
  .record({
    id: fc.constant('mine'),
    name: fc.constant('Mine'),
    match: fc.constant(['*://*/*']),
    opportunity: fc.record({
      within: maybeSelector,
      id: fc.array(idSource, { minLength: 1, maxLength: 4 }),
      title: texts,
      customer: texts,
      phone: texts,
      email: texts,
      owner: texts,
    }),
    list: fc.option(
      fc.record({
        within: maybeSelector,
        row: selector,
        id: fc.array(rowId, { minLength: 1, maxLength: 2 }),
        ticked: maybeSelector,
      }),
      { nil: undefined },
    ),
  })
  .map((rule) => siteRuleSchema.safeParse(rule).data)
  .filter((rule): rule is SiteRule => rule !== undefined);

const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;

test('whatever a page is and a taken rule says, what comes out is short plain text of the contract, at a bounded cost', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(planned, { maxLength: 6 }), anyRule, hostileText, (plans, rule, selection) => {
      const document = buildPage(plans);
      const before = document.documentElement.outerHTML;
      const rules = toldRules([rule, ...builtInRules], href);
      const budget: NodeBudget = { left: nodesPerReading, entered: new Set() };
      const context = readPage({ document, location: { href }, rules, selection, budget })?.context;
      const rows = readRows({ document, location: { href }, rules, budget });
      if (context) {
        found += 1;
        expect(pageContextSchema.parse(context)).toEqual(context);
        for (const text of Object.values(context)) expect(text).not.toMatch(unseen);
      }
      if (rows) {
        expect(pageRowsSchema.parse(rows)).toEqual(rows);
        const ticked = rows.rows.filter(({ isTicked }) => isTicked).map(({ id }) => id);
        expect(pageRowsSummarySchema.safeParse({ total: rows.total, ticked }).success).toBe(true);
      }
      expect(budget.entered?.size).toBeLessThanOrEqual(50);
      expect(document.documentElement.outerHTML).toBe(before);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: 400 },
  );
  // The address alone names one, so that a reading that never finds anything would show.
  expect(found).toBeGreaterThan(300);
}, 60_000);

test('what a rule’s file may hold besides is refused, whatever it is', () => {
  const path = fc.constantFrom('', 'opportunity', 'list', 'opportunity.id.0');
  const key = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'toString', 'script', 'pattern2'),
    fc.stringMatching(/^[a-z]{9,12}$/),
  );
  fc.assert(
    fc.property(anyRule, path, key, fc.jsonValue(), (rule, where, name, value) => {
      const told = JSON.parse(
        JSON.stringify({ ...rule, list: { row: 'tr', id: [{ from: 'attribute', attribute: 'id' }] } }),
      );
      const place = where === '' ? told : where.split('.').reduce((part, step) => part[step], told);
      Object.defineProperty(place, name, { value, enumerable: true, configurable: true, writable: true });
      expect(siteRuleSchema.safeParse(told).success).toBe(false);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
  );
});

test('no selector that is taken joins others within a pseudo-class, where the cost would multiply', () => {
  const taken = { yes: 0, no: 0 };
  fc.assert(
    fc.property(nested, (text) => {
      const plain = text.replaceAll(/\[[^\]]*\]|:nth-child\([^)]*\)|\\\(/g, 'x');
      let depth = 0;
      let isJoined = false;
      for (const [index, character] of [...plain].entries()) {
        if (character === '(') depth += 1;
        if (character === ')') depth -= 1;
        const isSpaceBetween =
          /\s/.test(character) &&
          /[^\s(,>+]/.test(plain[index - 1] ?? ',') &&
          /[^\s),>+]/.test(plain[index + 1] ?? ',');
        if (depth > 0 && (/[>+]/.test(character) || isSpaceBetween)) isJoined = true;
      }
      if (isSelectorPath(text)) taken.yes += 1;
      else taken.no += 1;
      expect(isSelectorPath(text), text).toBe(!isJoined);
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(taken.yes, taken.no)).toBeGreaterThan(50);
});
