/** Milliseconds between two keys: a scanner is faster, a person is not. */
const slowestScanner = 40;
/** Fewer keys than that may come together by hand. */
const shortestScan = 6;

export interface StrayScan {
  text: string;
  /** What stood in the field before the scan. */
  before: string;
}

type Key = Pick<KeyboardEvent, 'key' | 'timeStamp'> & Partial<Pick<KeyboardEvent, 'repeat'>>;

/**
 * A scanner types wherever the cursor is. Told of every key in a field, with what the field holds at that moment, this
 * answers the scan that an Enter ends.
 */
export function createScanCatcher(): (key: Key, value: string) => StrayScan | undefined {
  let scan: StrayScan = { text: '', before: '' };
  let last = Number.NEGATIVE_INFINITY;
  return ({ key, timeStamp, repeat }, value) => {
    // Capital letters come with it.
    if (key === 'Shift') return undefined;
    // A key that is held down is fast as well.
    if (repeat || timeStamp - last >= slowestScanner) scan = { text: '', before: value };
    const { text, before } = scan;
    const isTyped = key.length === 1;
    scan = { text: text + key, before };
    last = isTyped ? timeStamp : Number.NEGATIVE_INFINITY;
    return key === 'Enter' && text.length >= shortestScan ? { text, before } : undefined;
  };
}
