import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type WeightyPage = { port: number; close(): Promise<void> };

const images = 12;

/**
 * A page about as heavy as a CRM's: a script that works for a while, a long list, and pictures that take their time. What is
 * measured on a page of nothing is how fast nothing is.
 */
export async function startWeightyPage(): Promise<WeightyPage> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('Cache-Control', 'no-store');
    const image = /^\/image\/(\d+)/.exec(pathname);
    if (image) {
      response.setHeader('Content-Type', 'image/svg+xml');
      setTimeout(() => response.end('<svg xmlns="http://www.w3.org/2000/svg"/>'), 60 + 15 * Number(image[1]));
      return;
    }
    const isScript = pathname === '/app.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html;charset=utf-8');
    response.end(isScript ? script : page);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const rows = Array.from({ length: 300 }, (_, row) => {
  const id = String(20191215000 + row);
  return `<tr><td><a href="/opportunities/${id}">${id}</a></td><td>老王火锅（${row}）</td><td>初步接洽</td><td>20,000</td></tr>`;
});
const pictures = Array.from({ length: images }, (_, image) => `<img src="/image/${image}" alt="">`);
const page = `<!doctype html><html lang="zh-CN"><head><title>商机</title><script src="/app.js" defer></script></head>
<body><h1>我的商机</h1>${pictures.join('')}<table><tbody>${rows.join('')}</tbody></table></body></html>`;

/** Draws as frameworks do: hundreds of elements, some work for each. */
const script = `
const list = document.createElement('ul');
for (let item = 0; item < 1500; item += 1) {
  const element = list.appendChild(document.createElement('li'));
  element.innerHTML = '<span class="name">客户</span><span class="value">' + JSON.stringify({ item, at: Date.now() }) + '</span>';
}
document.body.append(list);
for (const end = performance.now() + 80; performance.now() < end; ) list.getBoundingClientRect();
`;
