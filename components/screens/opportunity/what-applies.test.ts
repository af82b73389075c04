// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { pressedOn } from './pressed-on';
import { whatApplies } from './what-applies';

afterEach(() => {
  pressedOn.value = undefined;
});

it('binds a form to the page that it was opened over, and one that was opened by an id to none', () => {
  const app = createFakeApp(createFakeWorker());
  const context = { opportunityId: '20191214888', rule: 'any' };
  const origin = 'https://crm.example.com';
  whatApplies(app, { state: 'found', granted: true, origin, context }, true).release?.();
  expect(pressedOn.value).toEqual({ opportunityId: context.opportunityId, origin, operations: undefined });
  whatApplies(app, { state: 'found', granted: true, context }, false).release?.();
  expect(pressedOn.value).toBeUndefined();
});

it('binds one that was reached from a record beside it to the same place', () => {
  const app = createFakeApp(createFakeWorker());
  const place = { origin: 'https://crm.example.com', operations: [{ operation: 'release-opportunity' }] };
  const context = { opportunityId: '20191214888', rule: '' };
  const applies = whatApplies(app, { state: 'found', granted: true, context, ...place }, false);
  applies.release?.();
  expect([applies.edit, pressedOn.value]).toEqual([undefined, { opportunityId: context.opportunityId, ...place }]);
});

it('offers no edit of an id that no such CRM gives', () => {
  const crm = { id: 'crm', platform: 'ikcrm', name: 'CRM', baseUrl: 'https://crm.example.com' } as const;
  const app = createFakeApp(createFakeWorker({ connections: [{ ...crm, hasToken: true, permitted: true }] }));
  const editOf = (opportunityId: string) =>
    whatApplies(app, { state: 'found', granted: true, context: { opportunityId, rule: '' } }, true).edit;
  expect([editOf('9'.repeat(20)) !== undefined, editOf('9'.repeat(21))]).toEqual([true, undefined]);
});
