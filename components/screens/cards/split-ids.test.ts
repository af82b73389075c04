import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitIds } from './split-ids';

it.each([
  ['0042', ['0042']],
  ['111\r\n222\r\n', ['111', '222']],
  [
    '111,222，333;444；555、666\t777 888　999|000',
    ['111', '222', '333', '444', '555', '666', '777', '888', '999', '000'],
  ],
  ['\ufeff111\u200b', ['111']],
  ['6600000001\n\u202a6600000001\u202c\n\u200e6600000002\u2069 \u200e', ['6600000001', '6600000001', '6600000002']],
  ['66\u200e01', ['66\u200e01']],
  [' , \n', []],
  ['9007199254740993', ['9007199254740993']],
])('%j holds %j', (text, ids) => {
  expect(splitIds(text)).toEqual(ids);
});

it('whatever stands between ids, they come out as they went in', () => {
  const id = fc.stringMatching(/^[0-9A-Za-z-]{1,20}$/);
  const gap = fc.stringMatching(/^[ ,;、\t\n]{1,4}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(id, gap), { maxLength: 20 }), (parts) => {
      expect(splitIds(parts.flat().join(''))).toEqual(parts.map(([one]) => one));
    }),
  );
});
