import type { Page } from 'playwright-core';
import { bulkWords as en } from '../../assets/messages/en/bulk.ts';
import { type BulkWords, bulkWords as zhCn } from '../../assets/messages/zh-cn/bulk.ts';
import { encodeGb18030 } from '../fakes/encode-gb18030.ts';
import { type Answers, answerInstead } from './answer-instead.ts';
import { bulkDraft, draftRows, fakeJobId, faultyRows, warnedRows } from './fake-bulk.ts';
import { makeXlsx } from './make-xlsx.ts';
import type { Screen } from './screens.ts';
import { type Said, saidIn } from './words.ts';

/** What is at hand while a screen is brought up. */
export type BulkStep = { page: Page; words: BulkWords; said: Said };

const wordsOf = (said: Said): BulkWords => (said === saidIn.en ? en : zhCn);

export function bulkScreen(name: string, hash: string, act?: (step: BulkStep) => Promise<unknown>): Screen {
  return {
    name: `panel-bulk-${name}`,
    state: 'ready',
    file: 'sidepanel.html',
    hash,
    ...(act && { act: (page: Page, said: Said) => act({ page, words: wordsOf(said), said }) }),
  };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const rowsIn = '/bulk/release-opportunity';

const table = [['商机ID', '商机名称', '释放原因', '备注'], ...draftRows.map(({ cells }) => [...cells])];

const paste = (page: Page, text: string) =>
  page.locator('#bulk-paste').evaluate((box, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

const open = (page: Page, name: string, buffer: Uint8Array) =>
  page.locator('#bulk-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) });

/** A draft that only this page knows of, at the step after its address. */
function draft(
  name: string,
  read: Parameters<typeof bulkDraft>[0],
  {
    part = '',
    answers = {},
    act,
  }: { part?: string; answers?: Answers; act?: (step: BulkStep) => Promise<unknown> } = {},
): Screen {
  return bulkScreen(`draft-${name}`, `/jobs/${fakeJobId}${part}`, async (step) => {
    const told = bulkDraft(read);
    const all = {
      'bulk.read': [told],
      'bulk.rows': [{ rows: draftRows }],
      'templates.list': [{ templates }],
      ...answers,
    };
    await answerInstead(step.page, all, [{ jobs: [told.summary] }]);
    await act?.(step);
  });
}

const templates = [
  { id: 't', operation: 'release-opportunity', name: '门店清理表', fields: { 商机ID: 'opportunity_id' } },
];
const faulty = { total: 400, faulty: faultyRows.length, warned: warnedRows.length };
const faultyAnswers: Answers = { 'bulk.rows': [{ rows: faultyRows, next: 120 }] };
const rowsShown = ({ page }: BulkStep) => page.locator('td').first().waitFor();
const outreach = { operation: 'submit-outreach', label: '双十二短信_老客.csv' } as const;

const preview = {
  ...{
    revision: 1,
    requests: 400,
    rows: [0],
    head: 'https://eco.taobao.com/router/rest',
    isExampleKey: true,
    fromRecord: [],
  },
  lines: [
    ['method', 'alibaba.alsc.crm.sales.opportunity.process.unfollow'],
    ['app_key', '12345678'],
    [
      'param_top_leads_release_request',
      '{"opportunity_id":"20191215000","territory_code":"keruyun_POS_2019","operator_id":"kyr13386","operator_name":"王五","memo":"联系不上","req_id":"01KAFSVAH6M2R4T6V8X0Z2B4D6"}',
    ],
  ] as [string, string][],
};

/** Rows in, and a draft until it is confirmed. */
export const bulkScreens: readonly Screen[] = [
  bulkScreen('choose', '/bulk'),
  bulkScreen('rows-empty', rowsIn, ({ page }) => page.locator('#bulk-paste').waitFor()),
  bulkScreen('rows-dragging', '/bulk/sell-cards', async ({ page, words }) => {
    await page.getByText(words.rowsIn.dropNote).dispatchEvent('dragover');
  }),
  bulkScreen('rows-pasted', rowsIn, async ({ page }) => {
    await paste(page, table.map((cells) => cells.join('\t')).join('\r\n'));
    await page.getByRole('cell', { name: '小杨生煎' }).waitFor();
  }),
  bulkScreen('rows-sheets', rowsIn, async ({ page }) => {
    const rows = [['周五清理名单（三里屯）'], [''], ...table];
    await open(page, '周五清理_三里屯.xlsx', makeXlsx({ 商机: rows, 说明: [['内部使用']] }));
    await page.locator('#bulk-sheet').waitFor();
  }),
  bulkScreen('rows-encoding', rowsIn, async ({ page }) => {
    await open(page, '周五清理.csv', encodeGb18030(table.map((cells) => cells.join(',')).join('\n')));
    await page.locator('#bulk-encoding').waitFor();
  }),
  bulkScreen('rows-unreadable', rowsIn, async ({ page }) => {
    await open(page, '导出.xls', Buffer.from('<html><body><table><tr><td>商机</td></tr></table></body></html>'));
    await page.getByRole('alert').waitFor();
  }),
  bulkScreen('rows-unclosed-quote', rowsIn, async ({ page, words }) => {
    await answerInstead(page, {
      'bulk.begin': [{ jobId: fakeJobId }],
      'bulk.addRows': [{ total: 1 }],
      'bulk.discard': [{}],
    });
    await open(
      page,
      '清理.csv',
      Buffer.from(`商机ID,释放原因\n${'20191215000,联系不上\n'.repeat(40)}20191215001,"老板\n不接受\n`),
    );
    await page.locator('#bulk-separator, [role="alert"]').first().waitFor();
    if (await button(page, words.rowsIn.read).isVisible()) await button(page, words.rowsIn.read).click();
    await page.getByRole('alert').waitFor();
  }),
  bulkScreen('rows-reading', rowsIn, async ({ page, words }) => {
    const rows = Array.from({ length: 5000 }, (_, index) => `${20_191_215_000 + index}\t门店${index}`);
    await answerInstead(page, { 'bulk.begin': [{ jobId: fakeJobId }], 'bulk.addRows': [{ total: 1000 }, 'nothing'] });
    await paste(page, ['商机ID\t商机名称', ...rows].join('\n'));
    await button(page, words.rowsIn.read).click();
    await page
      .getByText(/[1-9][\d,]* (行|rows)/)
      .first()
      .waitFor();
  }),

  draft('scan', {
    summary: { operation: 'sell-cards', label: undefined, subject: '' },
    table: { fileName: undefined, header: ['实体卡'], mapping: ['physical_card_ids'], phase: 'reading', total: 12 },
  }),
  draft('left', { table: { phase: 'reading', total: 1200 } }),
  draft('columns', {}, { part: '/columns', act: ({ page }) => page.locator('#field-memo').waitFor() }),
  draft(
    'columns-of-undo',
    {
      summary: { operation: 'update-opportunity', label: undefined, undoOf: '01KAFSVAH6M2R4T6V8X0Z2B4D0' },
      table: { fileName: undefined, header: ['id', 'note'], mapping: ['id', 'note'], total: 3 },
    },
    { part: '/columns', act: ({ page, words }) => page.getByText(words.columns.undoGiven).waitFor() },
  ),
  draft(
    'columns-missing',
    {
      summary: outreach,
      shared: { input_params: '{}', output_params: '{}' },
      sample: draftRows.slice(0, 3).map((row, index) => ({ ...row, cells: [`王五${index}`, '金卡'] })),
      table: { fileName: outreach.label, header: ['姓名', '会员等级'], mapping: ['user_name', ''], total: 20_000 },
      sharedIssues: [
        { field: 'plan_id', reason: 'required' },
        { field: 'channel', reason: 'required' },
      ],
    },
    { part: '/columns', act: ({ page }) => page.locator('#value-plan_id').waitFor() },
  ),
  draft(
    'template-naming',
    {},
    {
      part: '/columns',
      act: async ({ page, words }) => {
        await button(page, words.columns.templateSave).click();
        await page.locator('#template-name').fill('门店清理表');
      },
    },
  ),
  draft('checking', { table: { phase: 'checking', checkedRows: 34_200, total: 100_000 } }),
  draft('storage-full', {
    summary: { progress: { phase: 'checking', done: 34_200, stuckBy: { code: 'storage-full', detail: {} } } },
    table: { phase: 'checking', checkedRows: 34_200, total: 100_000 },
  }),
  draft('faulty', { table: faulty }, { answers: faultyAnswers, act: rowsShown }),
  draft(
    'warned',
    { table: { warned: 3 } },
    {
      answers: { 'bulk.rows': [{ rows: draftRows }, { rows: warnedRows }] },
      act: async ({ page, words }) => {
        await page.getByRole('radio', { name: words.check.filterCount(words.check.filters.warned, '3') }).check();
        await page.getByText('20191215007').first().waitFor();
      },
    },
  ),
  draft(
    'cell-edited',
    { table: faulty },
    {
      answers: { ...faultyAnswers, 'bulk.readCell': [{ text: '1.23E+17', original: '1.23E+17' }] },
      act: async ({ page, words }) => {
        await button(page, words.check.edit('A5')).first().click();
        await page.locator('#bulk-cell').fill('20191215003');
      },
    },
  ),
  draft(
    'row-opened',
    { table: faulty },
    {
      answers: faultyAnswers,
      act: async ({ page, words }) => {
        await button(page, words.check.open('5')).click();
        await page.getByText(words.check.corrected).waitFor();
      },
    },
  ),
  draft(
    'shared-missing',
    {
      sharedIssues: [{ field: 'territory_code', reason: 'required' }],
      table: { faulty: 0 },
    },
    { act: rowsShown },
  ),
  draft(
    'filter-empty',
    {},
    {
      answers: { 'bulk.rows': [{ rows: draftRows }, { rows: [] }] },
      act: async ({ page, words }) => {
        await page.getByRole('radio', { name: words.check.filterCount(words.check.filters.faulty, '0') }).check();
        await page.getByText(words.check.empty.faulty).waitFor();
      },
    },
  ),
  draft(
    'ready',
    {},
    {
      answers: { 'bulk.preview': [preview] },
      act: async ({ page, words }) => {
        await page.getByText(words.run.previewShow).click();
        await page.getByText(words.run.previewNote('400')).waitFor();
      },
    },
  ),
  draft(
    'hidden',
    { table: { excluded: 2, hidden: 2 } },
    {
      answers: {
        'bulk.rows': [
          { rows: draftRows.map((row, at) => (at < 2 ? { ...row, isExcluded: true, leftOut: 'hidden' } : row)) },
        ],
      },
      act: rowsShown,
    },
  ),
  draft('too-many', { mostRows: 200 }, { act: rowsShown }),
  draft(
    'discard',
    {},
    {
      act: async ({ page, words }) => {
        await button(page, words.draft.discard).click();
        await page.getByRole('dialog').waitFor();
      },
    },
  ),
  draft(
    'long-texts',
    {
      summary: { label: `${'北京市朝阳区三里屯太古里南区地下一层'.repeat(3)}.xlsx` },
      table: {
        fileName: `${'北京市朝阳区三里屯太古里南区地下一层'.repeat(3)}.xlsx`,
        header: [
          '商机ID',
          '老板最近一次上门拜访时说的话以及下一步打算怎么跟进的安排',
          'reason_given_by_the_shop_owner_at_the_last_visit',
        ],
        mapping: ['opportunity_id', '', 'memo'],
      },
    },
    { part: '/columns', act: ({ page }) => page.locator('#field-memo').waitFor() },
  ),
];
