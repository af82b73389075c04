// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { route } from '@/components/app/route';
import { BatchScreen } from '@/components/screens/batch/batch-screen';
import { createOutreachModel } from '@/components/screens/outreach/outreach-model';
import { personToAdd } from '@/components/screens/outreach/person-to-add';
import { helpCatalogue } from '@/lib/i18n/help-messages';
import { showLanguage } from '@/lib/i18n/messages';
import { screenCatalogue } from '@/lib/i18n/screen-messages';
import type { TabContext } from '@/lib/messages/page-context';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { AddToOutreach } from './add-to-outreach';

beforeEach(() => showLanguage('zh-CN', helpCatalogue, screenCatalogue));
afterEach(() => {
  render(null, document.body);
  personToAdd.value = undefined;
});

const context = { opportunityId: '20191214888', rule: 'any', phone: '13912345678' };

function show(tab: Partial<TabContext> = {}, app = createFakeApp()) {
  render(<AddToOutreach app={app} tab={{ state: 'found', granted: true, ...tab }} context={context} />, document.body);
  return document.querySelector('button');
}

it('leads to the outreach form with whom the page names', () => {
  show()?.click();
  expect([route.value, personToAdd.value]).toEqual([{ screen: 'outreach' }, context]);
});

it('is offered where the page’s rule lets it apply and there is a platform to hand it to', () => {
  expect(show({ operations: [{ operation: 'release-opportunity' }] })).toBeNull();
  expect(show({ operations: [{ operation: 'submit-outreach' }] })).not.toBeNull();
  expect(show({}, createFakeApp(createFakeWorker({ connections: [] })))).toBeNull();
});

it.each([
  ['popup', '#/opportunity'],
  ['panel', undefined],
] as const)('the form in a %s leads back to %s', async (surface, href) => {
  const app = createFakeApp(createFakeWorker(), { surface });
  const model = createOutreachModel(app);
  const screen = { app, tab: 'outreach', title: '触达', operation: 'submit-outreach', formId: 'form', model } as const;
  render(
    <BatchScreen {...screen} nameOf={String} footer={null}>
      {null}
    </BatchScreen>,
    document.body,
  );
  await vi.waitFor(() => expect(document.querySelector('h1')).not.toBeNull());
  const back = document.querySelector('main a[href="#/opportunity"]');
  expect(back?.getAttribute('href')).toBe(href);
});
