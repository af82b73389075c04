import type { ServerResponse } from 'node:http';
import { sendText } from '../http-exchange.ts';
import type { Html } from './html.ts';

/** As strict as a careful vendor's: what works here needs no leniency of the page. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

export const sendPage = (response: ServerResponse, page: Html, status = 200): void =>
  sendText(response, status, 'text/html;charset=UTF-8', `<!DOCTYPE html>${page.text}`, {
    'Content-Security-Policy': contentSecurityPolicy,
    'Referrer-Policy': 'same-origin',
  });
