// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { borrowReadingTools } from '@/lib/pages/borrow-reading-tools';
import { lendReadingTools, type ReadingTools } from '@/lib/pages/reading-tools';
import { idCandidates } from './id-candidates';
import { inRowCandidates, rowCandidates } from './row-candidates';
import { textCandidates } from './text-candidates';

const world = {};
lendReadingTools(world);
const tools = borrowReadingTools(world) as ReadingTools;
const at = (selector: string) => document.querySelector(selector) as Element;
const idsOf = (selector: string | undefined, href = 'https://crm.example.com/deal/view') =>
  idCandidates(tools, { document, location: { href } }, selector === undefined ? undefined : at(selector));

describe('an id', () => {
  beforeEach(() => {
    document.body.innerHTML =
      '<main data-record="opp_20191214888"><h1>火锅 3 店</h1><dl><dt>商机编号</dt><dd>No. 20191214888 / v3</dd></dl></main>';
  });

  it('is found in the address first, where that says the same number', () => {
    const [first] = idsOf('dd', 'https://crm.example.com/deal/20191214888/view');
    expect(first).toEqual({ source: { from: 'path', after: ['deal'] }, kind: 'address', reads: '20191214888' });
    expect(idsOf('dd', 'https://crm.example.com/#/deal/O20191214888')[0]?.source).toEqual({
      ...{ from: 'hash', after: ['deal'], pattern: 'O{id}' },
    });
    expect(idsOf('dd', 'https://crm.example.com/?oppId=20191214888&page=2')[0]?.source).toEqual({
      ...{ from: 'query', names: ['oppId'] },
    });
  });

  it('that the address does not say is not taken from there', () => {
    const sources = idsOf('dd', 'https://crm.example.com/deal/77777777').map(({ source }) => source?.from);
    expect(sources).toEqual(expect.arrayContaining(['label', 'attribute', 'selector']));
    expect(sources).not.toContain('path');
  });

  it('that no text says is in an attribute around', () => {
    expect(idsOf('h1')[0]).toMatchObject({
      source: { from: 'attribute', attribute: 'data-record', pattern: 'opp_{id}' },
      reads: '20191214888',
    });
  });

  it('that is not on the page may be in its address', () => {
    expect(idsOf(undefined, 'https://crm.example.com/deal/20191214888')).toHaveLength(1);
    expect(idsOf(undefined)).toEqual([]);
  });

  it.each([
    ['#/deal/detail?dealId=20191214888', { from: 'query', names: ['dealId'] }, '20191214888'],
    ['#!/detail?id=12', { from: 'query', names: ['id'] }, '12'],
    ['deal/123?tab=2', { from: 'path', after: ['deal'] }, '123'],
    ['s/v/20191214888/view', { from: 'path', after: ['v'] }, '20191214888'],
    ['api/v2/#/d/opp-7001/base', { from: 'hash', after: ['d'], pattern: 'opp-{id}' }, '7001'],
  ])('that the address alone says is taken from %s', (address, source, reads) => {
    expect(idsOf(undefined, `https://crm.example.com/${address}`)[0]).toEqual({ source, reads, kind: 'address' });
    // A small number there is no id where something else was pointed at.
    const isTaken = idsOf('h1', `https://crm.example.com/${address}`).some((found) => found.reads === reads);
    expect(isTaken).toBe(reads.length >= 5);
  });
});

describe('a text', () => {
  const textsOf = (selector: string) => textCandidates(tools, document, at(selector), 'title');

  it('is found by what lasts: data first, then its label, its place last', () => {
    document.body.innerHTML =
      '<div class="css-1a2b3c"><p><label>客户名称：</label><b data-field="customer">老王</b></p><p><i>x</i></p></div>';
    const kinds = textsOf('b').map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['data', 'label']);
    expect(kinds.at(-1)).toBe('place');
  });

  it('is not found by what it says, nor by what another says before it', () => {
    document.body.innerHTML = '<div><p>北京</p><p title="老王" data-name="老王" class="老王">老王</p></div>';
    const found = textsOf('p:last-child');
    expect(JSON.stringify(found.map(({ source }) => source))).not.toContain('老王');
    expect(found[0]?.kind).not.toBe('label');
  });

  it('that is none is not found', () => {
    document.body.innerHTML = '<p></p>';
    expect(textsOf('p')).toEqual([]);
  });
});

describe('a list', () => {
  beforeEach(() => {
    const row = (id: string, name: string) =>
      `<tr class="css-9x8y7z"><td><input type="checkbox" value="${id}"></td><td><a href="/deal/${id}?x">${name}</a></td><td>客户${name}</td></tr>`;
    document.body.innerHTML = `<table class="deals"><tbody>${row('20191', '甲')}${row('20192', '乙')}</tbody></table>`;
  });

  it('is found by any cell, its rows named by what differs in each', () => {
    const [first, ...others] = rowCandidates(tools, document, at('td:last-child'));
    expect(first).toMatchObject({ reads: '2', list: { ticked: 'input[type="checkbox"]' } });
    for (const one of [first, ...others]) expect(one?.list?.row).not.toContain('9x8y');
    const rows = [first, ...others].map((one) => one?.list?.id);
    expect(rows).toContainEqual(expect.objectContaining({ attribute: 'href', pattern: '/deal/{id}?x' }));
  });

  it('whose rows name nothing is none', () => {
    document.body.innerHTML = '<ul><li>甲</li><li>乙</li></ul>';
    expect(rowCandidates(tools, document, at('li'))).toEqual([]);
  });

  it('of rows full of numbers costs no more searches than another', () => {
    const names = [...'abcdefghijklmnopqrs'];
    const cell = (place: string) =>
      `<td class="one">${`<b ${names.map((name) => `data-${name}x="v${place}000${name}7"`).join(' ')}><i>7${place}12345</i></b>`.repeat(2)}</td>`;
    const row = (place: number) => `<tr>${names.map((_, at) => cell(`${place}${at}`)).join('')}</tr>`;
    document.body.innerHTML = `<table><tbody>${row(1)}${row(2)}</tbody></table>`;
    const searched = vi.spyOn(Element.prototype, 'querySelectorAll');
    rowCandidates(tools, document, at('b'));
    expect(searched.mock.calls.length).toBeLessThan(3_000);
    searched.mockRestore();
  });

  it('has its texts found from the row', () => {
    const [first] = inRowCandidates(tools, document, at('a'), 'tr');
    expect(first).toMatchObject({ source: { from: 'selector' }, reads: '甲' });
    expect(inRowCandidates(tools, document, at('table'), 'tr')).toEqual([]);
  });
});
