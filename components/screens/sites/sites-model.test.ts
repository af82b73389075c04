import { expect, it } from 'vitest';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createSitesModel } from './sites-model';

it('a site that the browser no longer allows is asked for again, that one alone', async () => {
  const site = { origin: 'https://crm.example.com', name: '伙伴CRM', permitted: false };
  const asked: string[][] = [];
  const answers = [false, true];
  const requestOrigins = async (patterns: string[]) => {
    asked.push(patterns);
    return answers.shift() === true;
  };
  const app = createFakeApp(createFakeWorker({ sites: [site] }), { ports: { requestOrigins } });
  const model = createSitesModel(app);
  expect(await model.grant(site)).toBe(false);
  expect(model.granting.error.value?.detail.reason).toBe('host-permission-refused');
  expect(await model.grant(site)).toBe(true);
  expect(asked).toEqual([[`${site.origin}/*`], [`${site.origin}/*`]]);
  expect(app.worker.callsOf('site.enable')).toEqual([{ origin: site.origin, name: '伙伴CRM' }]);
});

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
