import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const get = (path: string) => fetch(`${sandbox.url}${path}`);

test.each([
  '/crm/',
  '/crm/about',
  '/crm/opportunities/20191214888',
  '/opportunities',
  '/opportunities/20191214888?tab=tab_base',
  '/customers/3396912',
  '/hash/',
  '/late/opportunities/20191214888',
  '/desk/',
  '/styled/r0',
  '/cells/r0',
  '/cards/r0',
  '/framed/r0',
  '/framed/record/20191214888',
  '/',
])('the page %s comes with a policy that lets nothing in from elsewhere', async (path) => {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(await answer.text()).not.toMatch(/https?:\/\/|<script>|style="|onclick/);
});

test('every file that a page names is there', async () => {
  for (const page of ['/crm/', '/opportunities', '/hash/', '/late/opportunities/1', '/desk/', '/styled/r0', '/']) {
    const paths = [...(await (await get(page)).text()).matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
      ([, path]) => path,
    );
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect((await get(path ?? '')).status).toBe(200);
  }
  for (const module of ['element.js', 'record-view.js', 'partner-list.js', 'partner-detail.js']) {
    expect((await get(`/assets/${module}`)).headers.get('content-type')).toContain('text/javascript');
  }
});

test('the data are the same in every run', async () => {
  const list = await (await get('/crm/api/opportunities?page=1')).json();
  expect(list).toMatchObject({ total: 360, page: 1, pages: 18 });
  expect(
    list.rows.slice(0, 4).map(({ id, title }: { id: string; title: string }) => [id, title]),
  ).toMatchInlineSnapshot(`
    [
      [
        "20191214888",
        "老王火锅(三里屯店)",
      ],
      [
        "9007199254740993",
        "潮汕砂锅粥(南山店)",
      ],
      [
        "20191215000",
        "兰州牛肉面(望京店)",
      ],
      [
        "20191215001",
        "鲜切牛肉火锅(新街口店)",
      ],
    ]
  `);
});

test('ids are unique', () => {
  expect(sandbox.crm().opportunities.size).toBe(360);
});

test('the list is searched by id, title, customer and contact', async () => {
  for (const search of ['20191214888', '老王火锅', '北京老王餐饮管理有限公司', '李杰']) {
    const list = await (await get(`/crm/api/opportunities?search=${encodeURIComponent(search)}`)).json();
    expect(list.rows.map(({ id }: { id: string }) => id)).toContain('20191214888');
  }
  expect((await (await get('/crm/api/opportunities?search=nobody')).json()).total).toBe(0);
});

test('the classic markup has its table name, row ids and columns', async () => {
  const page = await (await get('/opportunities?scope=all_own')).text();
  expect(page).toContain('data-entity-table-name="opportunities"');
  expect(page.match(/<tr data-id="\d+">/g)).toHaveLength(20);
  expect(page).toContain('<td data-column="stage">方案/报价</td>');
});

test('the classic detail has its values', async () => {
  const page = await (await get('/opportunities/20191214888')).text();
  expect(page).toContain('<span class="value j-title">老王火锅(三里屯店)</span>');
  expect(page).toContain('<a href="/customers/3396912">北京老王餐饮管理有限公司</a>');
});

test('what a visitor types is shown as text', async () => {
  const page = await (await get(`/opportunities?search=${encodeURIComponent('"><b>x')}`)).text();
  expect(page).toContain('value="&quot;&gt;&lt;b&gt;x"');
});

test.each([
  '/styled/r9999',
  '/cells/20191214888',
  '/cards/',
  '/framed/',
  '/framed/record/1',
  '/hash/opportunities',
  '/opportunities/1',
  '/customers/1',
  '/crm/api/opportunities/1',
  '/nothing',
  '/assets/nothing.js',
])('what is not there is 404: %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('pages are read, never posted to', async () => {
  expect((await fetch(`${sandbox.url}/crm/`, { method: 'POST' })).status).toBe(405);
});
