import { describe, expect, it } from 'vitest';
import { type Candidate, composeRule, freeId, namesHost, type PointedAt } from './taught-rule';

const about = { id: 'taught-crm', name: 'CRM', match: ['https://crm.example.com/*'] };
const found = (source: Record<string, unknown>): Candidate => ({ source, reads: 'x', kind: 'data' });
const one = (candidate: Candidate) => ({ candidates: [candidate], chosen: 0 });
const id = { from: 'path', after: ['deal'] };
const title = { from: 'heading' };
const list = { row: 'tr', id: { from: 'attribute', attribute: 'data-id' }, ticked: 'input' };
const row: Candidate = { list, reads: '2', kind: 'data' };

describe('the rule of what was pointed at', () => {
  it('has the chosen way of each', () => {
    const pointed: PointedAt = {
      id: { candidates: [found({ from: 'hash', after: ['x'] }), found(id)], chosen: 1 },
      title: one(found(title)),
      row: one(row),
      'row.title': one(found({ from: 'selector', selector: 'a' })),
    };
    expect(composeRule(about, pointed, undefined)).toEqual({
      ...about,
      opportunity: { id: [id], title: [title] },
      list: { ...list, id: [list.id], title: [{ from: 'selector', selector: 'a' }] },
    });
  });

  it('is none while it says nowhere where the id is', () => {
    expect(composeRule(about, { title: one(found(title)) }, undefined)).toBeUndefined();
  });

  it('keeps of the rule that it adds to what was not pointed at again', () => {
    const base = {
      ...about,
      opportunity: { id: [id], stage: [title] },
      operations: [{ operation: 'release-opportunity' }],
    };
    expect(composeRule(about, { row: one(row) }, base)).toEqual({ ...base, list: { ...list, id: [list.id] } });
  });
});

it('an id is free', () => {
  expect(freeId('CRM.example.com:8080', [])).toBe('taught-crm-example-com-8080');
  expect(freeId('a', ['taught-a', 'taught-a-2'])).toBe('taught-a-3');
});

it.each([
  ['https://crm.example.com/*', true],
  ['*://*.example.com/x', true],
  ['https://example.com/*', false],
  ['https://*.ample.com/*', false],
  ['<all_urls>', false],
])('%s names its host: %s', (pattern, names) => {
  expect(namesHost([pattern], 'crm.example.com')).toBe(names);
});
