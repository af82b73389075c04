import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { sendText } from '../http-exchange.ts';

const contentTypes: Record<string, string> = {
  js: 'text/javascript;charset=UTF-8',
  css: 'text/css;charset=UTF-8',
};

const names = [
  'partner-crm.js',
  'partner-list.js',
  'partner-detail.js',
  'element.js',
  'record-view.js',
  'hash-crm.js',
  'late-crm.js',
  'desk-crm.js',
  'styled-crm.js',
  'partner-crm.css',
  'rest-crm.css',
];

/** What the pages load, by path. Read once: the sandbox starts with what it serves. */
const files = new Map(
  names.map((name) => [`/assets/${name}`, readFileSync(new URL(`./browser/${name}`, import.meta.url), 'utf8')]),
);

/** False when there is no such file. */
export const sendBrowserFile = (response: ServerResponse, path: string): boolean => {
  const text = files.get(path);
  if (text === undefined) return false;
  sendText(response, 200, contentTypes[path.split('.').at(-1) ?? ''] ?? 'text/plain', text);
  return true;
};
