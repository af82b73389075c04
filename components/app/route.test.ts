import { describe, expect, it } from 'vitest';
import { goTo, type Route, readRoute, route, routeHash, visit } from './route';

describe('an address', () => {
  it.each<Route>([
    { screen: 'opportunity' },
    { screen: 'opportunity', opportunityId: '9007199254740993' },
    { screen: 'opportunity', opportunityId: '商机 #1/2' },
    { screen: 'edit', opportunityId: '20191214888' },
    { screen: 'edit', opportunityId: '20191214888', part: 'follow-up' },
    { screen: 'release', opportunityId: '20191214888' },
    { screen: 'release', opportunityId: '' },
    { screen: 'release', opportunityId: '商机 12/3#%' },
    { screen: 'jobs' },
    { screen: 'job', jobId: '01JD8/x' },
    { screen: 'job', jobId: '01JD8', part: 'columns' },
    { screen: 'bulk', operation: '' },
    { screen: 'bulk', operation: 'sell-cards' },
    { screen: 'teach' },
    { screen: 'im-settings' },
    { screen: 'journal' },
  ])('leads back to %j', (there) => {
    expect(readRoute(routeHash(there))).toEqual(there);
  });

  it.each(['', '#', '#/nowhere', '#/%E0%A4%A', '#/constructor'])(
    '%j, which leads nowhere, leads to the opportunity',
    (hash) => {
      expect(readRoute(hash)).toEqual({ screen: 'opportunity' });
    },
  );
});

it('going where one is begins the screen anew', () => {
  globalThis.location = { hash: '' } as Location;
  goTo({ screen: 'jobs' });
  const before = visit.value;
  goTo({ screen: 'jobs' });
  expect([route.value, visit.value]).toEqual([{ screen: 'jobs' }, before + 1]);
});
