import { describe, expect, it } from 'vitest';
import { checkValues } from './check-values';
import { readReleaseOutcomes } from './read-release-outcomes';
import { operations } from './registry';
import { releaseOpportunity } from './release-opportunity';

const complete = {
  opportunity_id: '20191214888',
  territory_code: 'keruyun_POS_2019',
  operator_id: 'kyr13386',
  operator_name: '王五',
  memo: '老板不接受',
  out_release_time: '2019-12-09 17:24:43',
  ext_info: '{}',
};

const build = (row: Record<string, string>, key: string) =>
  operations.get(releaseOpportunity.id)?.buildRequest([row], key).param_top_leads_release_request ?? '';

describe('what is sent', () => {
  it('is one object parameter with every documented field, times and JSON as text', () => {
    const text = build(complete, '6sfhw47qhop');
    expect(JSON.parse(text)).toEqual({ ...complete, req_id: '6sfhw47qhop' });
  });

  it('leaves out what was left empty', () => {
    const { memo, out_release_time, ext_info, ...required } = complete;
    const text = build(required, 'key');
    expect(Object.keys(JSON.parse(text)).sort()).toEqual([...Object.keys(required), 'req_id'].sort());
  });
});

describe('what is refused before it is sent', () => {
  it('nothing of a complete row', () => {
    expect(checkValues(releaseOpportunity, complete)).toEqual([]);
  });

  it.each([
    ['opportunity_id', '', 'required'],
    ['opportunity_id', '2019 1214888', 'not-an-id'],
    ['opportunity_id', 'abc20191214888', 'not-an-id'],
    ['opportunity_id', '9'.repeat(33), 'too-long'],
    ['operator_id', '', 'required'],
    ['operator_id', 'kyr 13386', 'not-an-id'],
    ['operator_name', ' ', 'required'],
    ['territory_code', '', 'required'],
    ['memo', '长'.repeat(501), 'too-long'],
    ['out_release_time', '2019-13-09 17:24:43', 'not-a-china-time'],
    ['out_release_time', '2019-12-09', 'not-a-china-time'],
    ['ext_info', '[]', 'not-a-json-object'],
    ['ext_info', '{', 'not-a-json-object'],
    ['req_id', 'mine', 'unknown-field'],
    ['toString', 'x', 'unknown-field'],
  ])('%s = %j: %s', (field, value, reason) => {
    expect(checkValues(releaseOpportunity, { ...complete, [field]: value })).toEqual([{ field, reason }]);
  });
});

describe('what an answer means', () => {
  it.each([
    [{ value: '20191214888' }, 'succeeded'],
    [{ value: '20191214889' }, 'unknown'],
    [{ value: '' }, 'unknown'],
    [{ value: ['20191214888'] }, 'unknown'],
    [{}, 'unknown'],
    [undefined, 'unknown'],
    ['20191214888', 'unknown'],
  ])('%j: %s', (answer, state) => {
    expect(readReleaseOutcomes(answer, [complete])).toMatchObject([{ state }]);
  });
});
