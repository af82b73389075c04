import { expect, it } from 'vitest';
import { layOutLines } from './preview-lines';

it('an object of texts is laid out by field, in its own order', () => {
  const request = '{"opportunity_id":"20191214888","ext_info":"{\\"a\\":1}"}';
  expect(
    layOutLines([
      ['v', '2.0'],
      ['param', request],
    ]),
  ).toEqual([
    ['v', '2.0'],
    ['param', '{ }'],
    ['\u00a0\u00a0opportunity_id', '20191214888'],
    ['\u00a0\u00a0ext_info', '{"a":1}'],
  ]);
});

it.each(['{"id":9007199254740993}', '{"list":[1]}', '{not json', '[]', '', '2.0', '{"a":{"b":"c"}}'])(
  '%j stays exactly as it is sent',
  (value) => {
    expect(layOutLines([['param', value]])).toEqual([['param', value]]);
  },
);
