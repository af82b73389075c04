import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CrmData } from '../crm-data/crm-data.ts';
import { sendText } from '../http-exchange.ts';

export const createCrmPages =
  (_crm: () => CrmData) =>
  (_request: IncomingMessage, response: ServerResponse, _url: URL): void =>
    sendText(response, 404, 'text/plain', 'nothing here');
