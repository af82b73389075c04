import type { ServerResponse } from 'node:http';
import { sendText } from '../http-exchange.ts';
import type { Html } from './html.ts';

/** `frames`: which frames it may hold, and stand in. As strict as a careful vendor's: what works here needs no leniency of the page. */
const contentSecurityPolicy = (frames: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-src ${frames}`,
    `frame-ancestors ${frames}`,
    "require-trusted-types-for 'script'",
  ].join('; ');

export const sendPage = (response: ServerResponse, page: Html, status = 200, frames = "'none'"): void =>
  sendText(response, status, 'text/html;charset=UTF-8', `<!DOCTYPE html>${page.text}`, {
    'Content-Security-Policy': contentSecurityPolicy(frames),
    'Referrer-Policy': 'same-origin',
  });
