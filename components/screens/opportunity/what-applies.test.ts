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
