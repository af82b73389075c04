import { describe, expect, it, test } from 'vitest';
import { catchingUpMs, createFreshTexts, unchangedViewMs } from './fresh-texts';
import type { PageContext } from './page-context';
import type { LookReason } from './watch-page';

const rule = 'generic';
const first = { opportunityId: '1', title: '甲', rule };
const second = { opportunityId: '2', title: '乙', rule };
const mixed = { opportunityId: '2', title: '甲', rule };

function start() {
  let time = 0;
  const fresh = createFreshTexts(() => time);
  // As where the address names the id that is read.
  const tell = (context: PageContext | undefined, reason: LookReason | 'asked') =>
    fresh.tell(context && { context, isIdInAddress: true }, reason);
  const tellOfView = (context: PageContext | undefined, reason: LookReason) =>
    fresh.tell(context && { context, isIdInAddress: false }, reason);
  return { fresh: { tell }, fromView: { tell: tellOfView }, pass: (ms: number) => (time += ms) };
}

test('a first reading is told whole', () => {
  expect(start().fresh.tell(first, 'start')).toEqual({ context: first, isCatchingUp: false });
});

test('after a navigation no text is told until the view has changed', () => {
  const { fresh } = start();
  fresh.tell(undefined, 'start');
  expect(fresh.tell(mixed, 'navigation')).toEqual({ context: { opportunityId: '2', rule }, isCatchingUp: true });
  expect(fresh.tell(mixed, 'time').isCatchingUp).toBe(true);
  expect(fresh.tell(second, 'mutation')).toEqual({ context: second, isCatchingUp: false });
});

test('a view that does not change after a navigation is believed after a second', () => {
  const { fresh, pass } = start();
  fresh.tell(second, 'navigation');
  pass(unchangedViewMs);
  expect(fresh.tell(second, 'time').context).toEqual(second);
});

test('the title of the record before is not told with the next id, even when something else changed', () => {
  const { fresh, pass } = start();
  fresh.tell(first, 'start');
  fresh.tell(mixed, 'navigation');
  expect(fresh.tell(mixed, 'mutation').context).toEqual({ opportunityId: '2', rule });
  expect(fresh.tell(second, 'mutation').context).toEqual(second);
  pass(catchingUpMs);
  expect(fresh.tell({ ...first, opportunityId: '3' }, 'mutation').context?.title).toBe('甲');
});

test('two records of one name are told once the time to catch up is over', () => {
  const { fresh, pass } = start();
  fresh.tell(first, 'start');
  expect(fresh.tell(mixed, 'mutation').isCatchingUp).toBe(true);
  pass(catchingUpMs);
  expect(fresh.tell(mixed, 'time')).toEqual({ context: mixed, isCatchingUp: false });
});

test('coming back to the same record, its own title is told at once', () => {
  const { fresh } = start();
  fresh.tell(first, 'start');
  fresh.tell(undefined, 'navigation');
  fresh.tell(first, 'navigation');
  expect(fresh.tell(first, 'mutation').context).toEqual(first);
});

test('an id that only the view names is not told over the next address until the view has changed', () => {
  const { fromView, pass } = start();
  expect(fromView.tell(first, 'start').context).toEqual(first);
  expect(fromView.tell(first, 'navigation')).toEqual({ context: undefined, isCatchingUp: true });
  expect(fromView.tell(undefined, 'mutation')).toEqual({ context: undefined, isCatchingUp: false });
  fromView.tell(first, 'navigation');
  pass(unchangedViewMs);
  expect(fromView.tell(first, 'time').context).toEqual(first);
});

test('another tab of the same record keeps its texts', () => {
  const { fresh } = start();
  fresh.tell(first, 'start');
  expect(fresh.tell(first, 'navigation')).toEqual({ context: first, isCatchingUp: false });
});

test('whoever asks between a change of address and the event that tells of it is told no text of the view before', () => {
  const { fresh } = start();
  fresh.tell(first, 'start');
  // Too short a stay for its view to be told.
  fresh.tell({ ...second, title: '甲' }, 'navigation');
  const third = { opportunityId: '3', title: '乙', rule };
  expect(fresh.tell(third, 'asked')).toEqual({ context: { opportunityId: '3', rule }, isCatchingUp: true });
  expect(fresh.tell({ ...third, title: '丙' }, 'mutation').context?.title).toBe('丙');
});

describe('a view that is replaced piece by piece', () => {
  const old = { opportunityId: '1', title: '甲', customer: '老王', stage: '报价', territory: 'T-1', owner: '李', rule };
  const half = { ...old, opportunityId: '2', title: '乙' };

  it('has what is still as it was told once the page has been quiet', () => {
    const { fresh } = start();
    fresh.tell(old, 'start');
    fresh.tell({ ...old, opportunityId: '2' }, 'navigation');
    const titleOnly = { opportunityId: '2', title: '乙', rule };
    expect(fresh.tell(half, 'mutation')).toEqual({ context: titleOnly, isCatchingUp: true });
    expect(fresh.tell(half, 'asked')).toEqual({ context: titleOnly, isCatchingUp: true });
    expect(fresh.tell(half, 'time')).toEqual({ context: half, isCatchingUp: false });
  });

  it('is told whole once all of it is new, or when the time to catch up is over', () => {
    const { fresh, pass } = start();
    fresh.tell(old, 'start');
    const whole = { ...half, customer: '小李', stage: '初步接触', territory: 'T-2', owner: '赵' };
    expect(fresh.tell(whole, 'mutation')).toEqual({ context: whole, isCatchingUp: false });
    fresh.tell({ ...whole, opportunityId: '3', title: '丙' }, 'mutation');
    pass(catchingUpMs);
    expect(fresh.tell({ ...whole, opportunityId: '3', title: '丙' }, 'mutation').context?.customer).toBe('小李');
  });
});
