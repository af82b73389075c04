import { expect, it } from 'vitest';
import { createScanCatcher } from './scan-catcher';

/** Types into a field that holds `held`; answers what the Enter behind it is taken for. */
function type(keys: readonly string[], everyMs: number, held = 'kyr1', catchScan = createScanCatcher(), begin = 1000) {
  let value = held;
  keys.forEach((key, at) => {
    catchScan({ key, timeStamp: begin + at * everyMs }, value);
    if (key.length === 1) value += key;
  });
  return catchScan({ key: 'Enter', timeStamp: begin + keys.length * everyMs }, value);
}

it('a scan is told from typing by its speed, with what stood there before it', () => {
  expect(type([...'6600000042'], 5)).toEqual({ text: '6600000042', before: 'kyr1' });
  expect(type(['Shift', 'A', ...'600042'], 5)).toEqual({ text: 'A600042', before: 'kyr1' });
  expect(type([...'6600000042'], 90)).toBeUndefined();
  expect(type([...'42'], 5)).toBeUndefined();
});

it('what was typed before the scan stays, and each scan is its own', () => {
  const catchScan = createScanCatcher();
  catchScan({ key: '3', timeStamp: 100 }, 'kyr');
  expect(type([...'6600000042'], 5, 'kyr3', catchScan)).toEqual({ text: '6600000042', before: 'kyr3' });
  expect(type([...'6600000043'], 5, 'kyr3', catchScan, 1060)).toEqual({ text: '6600000043', before: 'kyr3' });
});

it('a key that is held down is no scan', () => {
  const catchScan = createScanCatcher();
  for (let at = 0; at < 12; at += 1) catchScan({ key: '6', timeStamp: at * 33, repeat: at > 0 }, '6'.repeat(at));
  expect(catchScan({ key: 'Enter', timeStamp: 400 }, '6'.repeat(12))).toBeUndefined();
});
