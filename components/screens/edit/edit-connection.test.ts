import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pressedOn } from '@/components/screens/opportunity/pressed-on';
import type { IkcrmConnectionSummary } from '@/lib/messages/app-state';
import type { TabContext } from '@/lib/messages/page-context';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { fakeJob } from '@/test/fakes/fake-state';
import { createEditModel } from './edit-model';

const id = '5';
const crm = (name: string, host: string): IkcrmConnectionSummary => ({
  ...{ id: name, platform: 'ikcrm', name, baseUrl: `https://${host}/`, hasToken: true, permitted: true },
});
const companies = [crm('company-a', 'a.example'), crm('company-b', 'b.example')];
const told = [{ operation: 'update-opportunity', connection: 'company-b' }];
const onPage = (origin: string, operations?: TabContext['operations']): TabContext => ({
  ...{ state: 'found', granted: true, origin, context: { opportunityId: id, rule: 'own' }, operations },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  pressedOn.value = undefined;
});

async function open(tab: TabContext, state: Parameters<typeof createFakeWorker>[0] = { connections: companies }) {
  const worker = createFakeWorker(state);
  worker.tab = tab;
  const opportunity = { ...{ id, values: { title: '店' }, hidden: [], labels: {}, custom: {}, contacts: [] } };
  worker.answer({ 'crm.read': () => ({ opportunity, knowledge: { maps: [], groups: [], readAt: 1 } }) });
  const model = createEditModel(createFakeApp(worker), id);
  model.start();
  await vi.advanceTimersByTimeAsync(0);
  return { worker, model, asked: () => worker.callsOf('crm.read').map(({ connectionId }) => connectionId) };
}

it('reads through the connection that the page’s rule names', async () => {
  const { asked, model } = await open(onPage('https://lxcrm.example', told));
  expect([asked(), model.mustChoose.value]).toEqual([['company-b'], false]);
});

it('reads through the one that is on the page’s host', async () => {
  expect((await open(onPage('https://b.example'))).asked()).toEqual(['company-b']);
});

it('asks which of several, and reads nothing before', async () => {
  const { asked, model } = await open(onPage('https://lxcrm.example'));
  expect([asked(), model.mustChoose.value, model.connectionId.value]).toEqual([[], true, undefined]);
  model.chooseConnection('company-a');
  await vi.advanceTimersByTimeAsync(0);
  expect([asked(), model.mustChoose.value]).toEqual([['company-a'], false]);
});

it('goes by the page where the button was pressed, whatever is shown now', async () => {
  pressedOn.value = { opportunityId: id, origin: 'https://lxcrm.example', operations: told };
  expect((await open(onPage('https://a.example'))).asked()).toEqual(['company-b']);
});

it('waits a second for the page, then asks; what the page says late counts until somebody chose', async () => {
  let answer: (tab: TabContext) => void = () => undefined;
  const { worker, model, asked } = await open(onPage('https://c.example'), { connections: companies.slice(0, 1) });
  expect(asked()).toEqual(['company-a']);
  worker.change({ connections: companies });
  worker.answer({ 'tab.read': () => new Promise((resolve) => (answer = resolve)) });
  const late = createEditModel(createFakeApp(worker), id);
  late.start();
  await vi.advanceTimersByTimeAsync(999);
  expect(late.mustChoose.value).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(late.mustChoose.value).toBe(true);
  answer(onPage('https://b.example'));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked()).toEqual(['company-a', 'company-b']);
  // The record was read through the only one there was: another that came since changes nothing.
  expect(model.connectionId.value).toBe('company-a');
});

it('never goes on through another connection than the record was read through', async () => {
  const { worker, model, asked } = await open(onPage('https://a.example'));
  worker.change({ connections: companies.slice(1) });
  await vi.advanceTimersByTimeAsync(0);
  expect([model.connectionId.value, model.mustChoose.value, asked()]).toEqual([undefined, true, ['company-a']]);
});

it('shows the job of this company’s record only', async () => {
  const connection = { id: 'company-a', name: '', endpoint: 'https://a.example/', appKey: '' };
  const jobs = [fakeJob({ id: 'of-a', operation: 'update-opportunity', subject: id, connection })];
  const state = { connections: companies, jobs };
  expect((await open(onPage('https://b.example'), state)).model.job.value).toBeUndefined();
  expect((await open(onPage('https://a.example'), state)).model.job.value?.jobId).toBe('of-a');
});
