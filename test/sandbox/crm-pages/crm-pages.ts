import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CrmData } from '../crm-data/crm-data.ts';
import { sendText } from '../http-exchange.ts';
import { sendBrowserFile } from './browser-files.ts';
import { html } from './html.ts';
import { serveOtherCrms } from './other-crms.ts';
import { servePartnerCrm } from './partner-crm.ts';
import { serveRestCrm } from './rest-crm.ts';
import { sendPage } from './send-page.ts';

const frontPage = html`<html lang="zh-CN"><head><meta charset="utf-8"><title>沙箱</title><link rel="stylesheet" href="/assets/rest-crm.css"></head>
<body><div class="container"><h1>沙箱</h1><ul><li><a href="/crm/">伙伴CRM</a></li><li><a href="/opportunities">励销云</a></li></ul></div></body></html>`;

/** Every page that is not the gateway's or the control's. */
export const createCrmPages =
  (crm: () => CrmData) =>
  (request: IncomingMessage, response: ServerResponse, url: URL): void => {
    if (request.method !== 'GET') sendText(response, 405, 'text/plain', 'GET only', { Allow: 'GET' });
    else if (url.pathname === '/') sendPage(response, frontPage);
    else if (url.pathname === '/favicon.ico') response.writeHead(204).end();
    else if (
      !sendBrowserFile(response, url.pathname) &&
      !serveOtherCrms(response, crm(), url) &&
      !servePartnerCrm(response, crm(), url) &&
      !serveRestCrm(response, crm(), url)
    ) {
      sendText(response, 404, 'text/plain', 'nothing here');
    }
  };
