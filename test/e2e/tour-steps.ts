import type { Page } from 'playwright-core';
import { bulkWords as bulk } from '../../assets/messages/zh-cn/bulk.ts';
import { checkRows, filter, openBulk, pasteRows, runButton } from './bulk-stage.ts';
import {
  confirmRelease,
  fillRelease,
  goToOpportunity,
  openOpportunityPage,
  openSurfaceOver,
  submitButton,
  waitUntilTold,
} from './drive.ts';
import { operator, setUp, territory } from './setup.ts';
import type { TourStep } from './tour.ts';
import { said } from './words.ts';

const { app, journal, opportunity, release } = said;
const opportunityId = '20191214888';
const size = { width: 400, height: 640 };

/** What one step opens and a later one goes on with. */
type Opened = Partial<Record<'crm' | 'popup' | 'panel', Page>>;

/** The tour that `npm start` takes where there is no display: a new user's whole way, from set-up to journal. */
export const tourSteps: readonly TourStep[] = makeSteps({});

function makeSteps(opened: Opened): TourStep[] {
  const page = (name: keyof Opened): Page => {
    const found = opened[name];
    if (found === undefined) throw new Error(`The ${name} is not open.`);
    return found;
  };
  return [
    {
      title: 'Set up on the options page: connection, test, passphrase, defaults',
      async run(stage, { say, picture }) {
        await setUp(stage);
        const options = await stage.browser.openPage('options.html', { ...size, width: 720, hash: '/connections' });
        await options.getByText(said.connections.permissionGranted).waitFor();
        await picture(options, '1-options');
        await options.close();
        say(`connection ${stage.sandbox.gatewayUrl}, operator ${operator.name} ${operator.id}, territory ${territory}`);
      },
    },
    {
      title: 'The popup over the CRM knows the opportunity',
      async run(stage, { say, picture }) {
        opened.crm = await openOpportunityPage(stage, opportunityId);
        await picture(opened.crm, '2-crm-page');
        opened.popup = await openSurfaceOver(stage, opened.crm);
        await opened.popup.getByRole('button', { name: opportunity.release }).waitFor();
        await picture(opened.popup, '2-popup');
        say(`${await opened.popup.locator('h1').textContent()} ${opportunityId}`);
      },
    },
    {
      title: 'The release form shows the exact request before anything is sent',
      async run({ sandbox }, { say, picture }) {
        const popup = page('popup');
        await popup.getByRole('button', { name: opportunity.release }).click();
        await submitButton(popup).waitFor();
        await fillRelease(popup, { reason: '联系不上', note: '三次上门无人' });
        await popup.getByText(release.dryRun).click();
        await popup.getByText(release.hiddenValue).first().waitFor();
        await picture(popup, '3-dry-run');
        say(`releases at the platform so far: ${sandbox.ledger().counts.all.processed}`);
      },
    },
    {
      title: 'Confirmed, it waits some seconds in which it can be called off',
      async run(_stage, { say, picture }) {
        await confirmRelease(page('popup'));
        await picture(page('popup'), '4-countdown');
        say(`button: ${release.callOff}`);
      },
    },
    {
      title: 'It is sent, and the outcome is told with the platform’s request_id',
      async run({ sandbox }, { say, picture }) {
        await waitUntilTold(page('popup'), 'succeeded', opportunityId);
        await picture(page('popup'), '5-outcome');
        const entry = sandbox.ledger({ object: opportunityId }).entries[0];
        say(`${release.succeeded(opportunityId)}, request_id ${entry?.requestId}, req_id ${entry?.key}`);
      },
    },
    {
      title: 'The CRM shows it as released',
      async run({ sandbox }, { say, picture }) {
        await goToOpportunity(page('crm'), sandbox.url, opportunityId);
        say((await page('crm').locator('.notice').textContent()) ?? '');
        await picture(page('crm'), '6-crm-released');
      },
    },
    {
      title: 'The side panel lists the job',
      async run(stage, { picture }) {
        opened.panel = await openSurfaceOver(stage, page('crm'), 'sidepanel.html');
        await opened.panel.getByRole('link', { name: new RegExp(`^${app.tabs.jobs}`) }).click();
        await opened.panel.getByText(said.jobs.rowStates.succeeded).waitFor();
        await picture(opened.panel, '7-jobs');
      },
    },
    {
      title: 'Twelve more, pasted from a sheet, are one job: checked first, then released one by one',
      async run(stage, { say, picture }) {
        const list = await openBulk(stage, 'release-opportunity');
        const ids = Array.from({ length: 12 }, (_, index) => `${20191215020 + index}`);
        await pasteRows(list, [['商机ID', '释放原因'], ...ids.map((id) => [id, '门店关闭'])]);
        await checkRows(list);
        await picture(list, '8-list-checked');
        await runButton(list, 'release-opportunity', ids.length).click();
        await list.getByRole('button', { name: bulk.job.copySummary }).waitFor();
        await filter(list, bulk.check.filters.all, ids.length).waitFor();
        await picture(list, '9-list-done');
        say((await list.getByText(bulk['release-opportunity'].done('12')).first().textContent()) ?? '');
        await list.close();
      },
    },
    {
      title: 'The journal holds every step, and proves that it is whole',
      async run(_stage, { say, picture }) {
        const panel = page('panel');
        await panel.getByRole('link', { name: app.tabs.journal }).click();
        await panel.getByRole('button', { name: journal.verify }).click();
        const verified = panel.getByText(/条记录完整/);
        await verified.waitFor();
        await picture(panel, '10-journal');
        say((await verified.textContent()) ?? '');
      },
    },
  ];
}
