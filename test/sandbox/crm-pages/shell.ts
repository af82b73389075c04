import { type Html, html } from './html.ts';

/** A page whose content comes by script. */
export const shell = (title: string, script: string, content: Html = html``): Html => html`<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<link rel="stylesheet" href="/assets/rest-crm.css"><script type="module" src="/assets/${script}"></script></head>
<body>${content}</body></html>`;

/** A page that is whole as it comes. */
export const plainPage = (title: string, content: Html): Html => html`<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<link rel="stylesheet" href="/assets/rest-crm.css"></head><body>${content}</body></html>`;
