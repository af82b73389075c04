import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeTopParameters, type TopStruct } from './encode';

const release: TopStruct = {
  ext_info: 'String',
  opportunity_id: 'String',
  out_release_time: 'Date',
  plan_id: 'Number',
  physical_card_ids: 'Number[]',
  tags: 'String[]',
  use_book_info: 'Boolean',
  tasks: [{ biz_id: 'String', account_id: 'Number' }],
};

describe('encodeTopParameters', () => {
  it('writes scalars raw and plain lists comma-joined at the top level', () => {
    const types = { a: 'String', b: 'Number', c: 'Boolean', d: 'Date', e: 'String[]', f: 'Number[]' } as const;
    const values = {
      a: ' 商机 ',
      b: '12345678901234567890',
      c: true,
      d: '2019-12-09 17:24:43',
      e: ['甲', '乙'],
      f: ['9007199254740993', 2],
    };
    expect(encodeTopParameters(types, values)).toEqual({
      a: ' 商机 ',
      b: '12345678901234567890',
      c: 'true',
      d: '2019-12-09 17:24:43',
      e: '甲,乙',
      f: '9007199254740993,2',
    });
  });

  it('writes a struct as one JSON text in the order of the document, ids as bare digits', () => {
    const values = {
      tasks: [{ account_id: '9007199254740993', biz_id: 'b1' }],
      use_book_info: 'false',
      physical_card_ids: ['111', '12345678901234567890'],
      tags: ['一,二'],
      plan_id: 7,
      out_release_time: '2019-12-09 17:24:43',
      opportunity_id: '20191214888',
      ext_info: '{}',
    };
    expect(encodeTopParameters({ request: release }, { request: values })).toEqual({
      request:
        '{"ext_info":"{}","opportunity_id":"20191214888","out_release_time":"2019-12-09 17:24:43","plan_id":7,' +
        '"physical_card_ids":[111,12345678901234567890],"tags":["一,二"],"use_book_info":false,' +
        '"tasks":[{"biz_id":"b1","account_id":9007199254740993}]}',
    });
  });

  it('writes card ids typed String[] as the JSON list that the card document wants', () => {
    const types = { sale: { physical_card_ids: 'String[]' } } as const;
    expect(encodeTopParameters(types, { sale: { physical_card_ids: ['111', '222', '333'] } })).toEqual({
      sale: '{"physical_card_ids":["111","222","333"]}',
    });
  });

  it('leaves out null, undefined and what comes out empty', () => {
    const types: TopStruct = { a: 'String', b: 'String', c: 'String[]', d: { e: 'String' } };
    expect(encodeTopParameters(types, { a: '', b: null, c: [], d: { e: undefined } })).toEqual({ d: '{}' });
  });

  it('keeps every string inside a struct as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (memo) => {
        const { p } = encodeTopParameters({ p: { memo: 'String' } }, { p: { memo } });
        expect(JSON.parse(p ?? '')).toEqual({ memo });
      }),
    );
  });

  it.each([
    ['a number where a String is declared', { opportunity_id: 20191214888 }, 'wrong-type', 'p.opportunity_id'],
    ['an id that was rounded before it came', { plan_id: 2 ** 60 }, 'wrong-type', 'p.plan_id'],
    ['letters for a Number', { plan_id: '12a' }, 'wrong-type', 'p.plan_id'],
    ['a day that does not exist', { out_release_time: '2023-02-29 00:00:00' }, 'wrong-type', 'p.out_release_time'],
    ['a text for a Boolean', { use_book_info: 'yes' }, 'wrong-type', 'p.use_book_info'],
    ['one text for a list', { tags: 'a,b' }, 'wrong-type', 'p.tags'],
    ['a wrong member deep inside', { tasks: [{ biz_id: 'b' }, { biz_id: 1 }] }, 'wrong-type', 'p.tasks[1].biz_id'],
    ['a field the document does not have', { operatorId: 'x' }, 'unknown-field', 'p.operatorId'],
    ['an inherited name', { toString: 'x' }, 'unknown-field', 'p.toString'],
  ])('refuses %s', (_what, values, reason, path) => {
    expect(() => encodeTopParameters({ p: release }, { p: values })).toThrow(
      expect.objectContaining({ code: 'invalid-input', detail: { reason, path } }),
    );
  });

  it('refuses a comma inside a comma-joined list', () => {
    expect(() => encodeTopParameters({ ids: 'String[]' }, { ids: ['1', '2,3'] })).toThrow(
      expect.objectContaining({ code: 'invalid-input', detail: { reason: 'comma-in-list', path: 'ids' } }),
    );
  });
});
