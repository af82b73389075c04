import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOpportunityPage, openSurfaceOver } from './drive.ts';
import { setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { said } from './words.ts';

const opportunityId = '20191215090';
let stage: Stage;
let server: Server;
let endlessUrl: string;

beforeAll(async () => {
  stage = await openStage();
  await setUp(stage);
  // A page whose document never ends: the browser holds the reader back until it does.
  server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write('<!doctype html><title>CRM</title><p>正在加载');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endlessUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await stage.close();
});

test('a page that never finishes loading keeps nobody from typing an id, and shows nobody the page before', async () => {
  const page = await openOpportunityPage(stage, opportunityId);
  const panel = await openSurfaceOver(stage, page, 'sidepanel.html');
  await panel.getByText(opportunityId).first().waitFor();
  await page.goto(endlessUrl, { waitUntil: 'commit' });
  await panel.getByText(opportunityId).first().waitFor({ state: 'detached', timeout: 10_000 });
  await panel.getByText(said.opportunity.none).first().waitFor();
  expect(await panel.getByRole('textbox').count()).toBe(1);
  await panel.close();
  await page.close();
});

test('the release form over such a page opens as well', async () => {
  const page = await stage.browser.context.newPage();
  await page.goto(endlessUrl, { waitUntil: 'commit' });
  const popup = await openSurfaceOver(stage, page);
  await popup.evaluate((id) => {
    location.hash = `#/release/${id}`;
  }, opportunityId);
  await popup.getByLabel(said.release.territory).waitFor({ timeout: 10_000 });
  await popup.close();
  await page.close();
});
