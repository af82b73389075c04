import { expect, it } from 'vitest';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createSitesModel } from './sites-model';

it('a site is no longer read once that is confirmed', async () => {
  const site = { origin: 'https://crm.example.com', name: '伙伴CRM' };
  const app = createFakeApp(createFakeWorker({ sites: [site] }));
  const model = createSitesModel(app);
  expect(await model.remove()).toBe(false);
  model.askToRemove(site.origin);
  expect(model.removing.value).toEqual(site);
  expect(await model.remove()).toBe(true);
  expect(app.worker.callsOf('site.disable')).toEqual([{ origin: site.origin }]);
  expect([model.sites.value, model.removing.value]).toEqual([[], undefined]);
});
