import type { JobSummary } from '../../lib/messages/app-state.ts';
import type { DraftRow, RowIssue } from '../../lib/messages/draft-row.ts';
import type { CallOutput } from '../../lib/messages/extension-contract.ts';

type Draft = CallOutput<'bulk.read'>;
type ResultRow = CallOutput<'job.rows'>['rows'][number];
type Counts = JobSummary['counts'];

export const fakeJobId = '01KAFSVAH6M2R4T6V8X0Z2B4D6';
const minuteMs = 60_000;

const none: Counts = { waiting: 0, sending: 0, succeeded: 0, failed: 0, unknown: 0, cancelled: 0, skipped: 0 };

/** A job of many rows as the worker tells of it; its total is what its counts add up to. */
export function bulkJob({
  counts,
  ...change
}: Partial<Omit<JobSummary, 'counts'>> & { counts?: Partial<Counts> }): JobSummary {
  const all = { ...none, ...counts };
  const now = Date.now();
  return {
    id: fakeJobId,
    operation: 'release-opportunity',
    source: 'panel',
    connection: { id: 'top', name: '淘宝开放平台', endpoint: 'https://eco.taobao.com/router/rest', appKey: '12345678' },
    state: 'running',
    createdAt: now - 12 * minuteMs,
    heldUntil: now - 11 * minuteMs,
    notBefore: now - 11 * minuteMs,
    subject: '20191215000',
    label: '周五清理_三里屯.xlsx',
    total: Object.values(all).reduce((sum, count) => sum + count, 0),
    counts: all,
    ...change,
  };
}

/** A draft that is ready to run, unless changed. */
export function bulkDraft({
  summary,
  table,
  ...change
}: Partial<Omit<Draft, 'summary' | 'import'>> & {
  summary?: Parameters<typeof bulkJob>[0];
  table?: Partial<Draft['import']>;
}): Draft {
  const total = table?.total ?? 400;
  const rows = total - (table?.faulty ?? 0) - (table?.excluded ?? 0);
  const fileName = '周五清理_三里屯.xlsx';
  return {
    summary: bulkJob({ state: 'draft', counts: { waiting: total }, ...summary }),
    revision: 1,
    import: {
      ...{ fileName, header: ['商机ID', '商机名称', '释放原因', '备注'], hasHeader: true, phase: 'checked' },
      ...{ mapping: ['opportunity_id', '', 'memo', ''], checkedRows: total, total, faulty: 0, warned: 0, excluded: 0 },
      ...table,
    },
    shared: { territory_code: 'keruyun_POS_2019', operator_id: 'kyr13386', operator_name: '王五' },
    rowsPerRequest: 1,
    sample: draftRows.slice(0, 3),
    sharedIssues: [],
    estimate: { rows, requests: rows, seconds: 38, until: Date.now() + 38_000 },
    isPreviewed: false,
    mustPreview: false,
    ...change,
  };
}

const shops = ['老王火锅(三里屯店)', '海底捞(国贸店)', '小杨生煎', '绿茶餐厅', '西贝莜面村', '眉州东坡'];
const memos = ['联系不上', '老板不接受', '门店关闭', '三次上门无人', '已签其他品牌', '联系不上'];

function draftRow(index: number, id: string, issues: RowIssue[] = []): DraftRow {
  return {
    ...{ index, cells: [id, shops[index % 6] ?? '', memos[index % 6] ?? '', '138****5678'], corrected: [] },
    ...{ subject: id, issues, isExcluded: false },
  };
}

export const draftRows: DraftRow[] = Array.from({ length: 6 }, (_, index) => draftRow(index, `2019121500${index}`));

const field = 'opportunity_id';
const other = { jobId: '01KAFSVAH6M2R4T6V8X0Z2B4D0', at: Date.UTC(2026, 10, 14, 2, 30) };

/** One row for each thing that may stand against a release. */
export const faultyRows: DraftRow[] = [
  { ...draftRow(3, '1.23E+17', [{ field, reason: 'spoilt-id' }]), corrected: [2] },
  draftRow(17, '20191215000', [{ field, reason: 'repeated' }]),
  draftRow(40, '2019 1215abc', [{ field, reason: 'not-an-id' }]),
  draftRow(61, '20191215061', [{ field, reason: 'at-work', atWork: other }]),
  draftRow(88, '20191215088', [{ field: '', reason: 'too-many-cells' }]),
  draftRow(90, '', [{ field, reason: 'required' }]),
];

export const warnedRows: DraftRow[] = [7, 8, 9].map((index) =>
  draftRow(index, `2019121500${index}`, [{ field, reason: 'done-earlier', earlier: other }]),
);

const startedAt = Date.UTC(2026, 10, 20, 6, 30);

/** A row of a job with one attempt behind it. */
export function resultRow(index: number, change: Partial<ResultRow> & Pick<ResultRow, 'state'>): ResultRow {
  const subject = change.subject ?? `20191215${String(100 + index)}`;
  return {
    index,
    subject,
    values: { opportunity_id: subject, memo: memos[index % 6] ?? '', territory_code: 'keruyun_POS_2019' },
    key: '01KAFSVAH6M2R4T6V8X0Z2B4D6',
    attempts: [
      { number: 1, startedAt, endedAt: startedAt + 800, result: 'answered', platformRequestId: '16r9xkq0bz7vc' },
    ],
    outcome: { at: startedAt + 800 },
    ...change,
  };
}

const refusal = { code: '15', subCode: 'isv.opportunity-not-exist', message: '商机不存在', requestId: '16r9xkq0bz7vc' };
const lost = { number: 1, startedAt, endedAt: startedAt + 20_000, result: 'lost' };

export const failedRows = [0, 1, 2].map((index) =>
  resultRow(index, { state: 'failed', outcome: { at: startedAt, reason: 'rejected', platform: refusal } }),
);
export const unknownRows = [0, 1, 2].map((index) =>
  resultRow(index, { state: 'unknown', outcome: { at: startedAt, reason: 'connection' }, attempts: [lost] }),
);
export const doneRows = [0, 1, 2, 3].map((index) =>
  resultRow(index, { state: 'succeeded', outcome: { at: startedAt, value: `20191215${String(100 + index)}` } }),
);
/** Not sent, for this reason. */
export const skippedRow = (reason: string) =>
  resultRow(0, { state: 'skipped', attempts: [], outcome: { at: startedAt, reason } });
