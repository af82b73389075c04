import { describe, expect, it } from 'vitest';
import { type Evidence, judgeJob } from './judge-job.ts';

type Entry = Evidence['entries'][number];

const entry = (subject: string, change: Partial<Entry> = {}): Entry => ({
  ...{ sequence: 1, requestId: 'r', at: '', atMs: 10_000, httpMethod: 'POST', contentType: '', origin: undefined },
  ...{ appKey: 'app', signMethod: 'hmac-sha256', signature: 'right', times: 1, violations: [], body: {}, faults: [] },
  method: 'alibaba.alsc.crm.sales.opportunity.process.unfollow',
  key: `key-${subject}`,
  objects: [subject],
  verdict: { kind: 'accepted', processed: true },
  delivery: 'answered',
  ...change,
});

const noCounts = { waiting: 0, sending: 0, succeeded: 0, failed: 0, unknown: 0, cancelled: 0, skipped: 0 };

/** Three rows that were released once each, and what a test makes of them. */
function evidence(change: Partial<Evidence> = {}): Evidence {
  const subjects = ['a', 'b', 'c'];
  return {
    operation: 'release-opportunity',
    subjects,
    summary: { state: 'finished', total: 3, counts: { ...noCounts, succeeded: 3 } },
    rows: subjects.map((subject, index) => ({ index, subject, state: 'succeeded' })),
    unknown: [],
    entries: subjects.map((subject) => entry(subject)),
    troubles: [],
    concurrency: 4,
    ...change,
  };
}

/** The last row is unknown, and its entry is that one. */
function unknownBy(last: Partial<Entry>, change: Partial<Evidence> = {}, reason = 'interrupted'): Evidence {
  const whole = evidence();
  return {
    ...whole,
    summary: { ...whole.summary, counts: { ...noCounts, succeeded: 2, unknown: 1 } },
    rows: whole.rows.map((row) => (row.subject === 'c' ? { ...row, state: 'unknown' as const } : row)),
    unknown: [
      {
        ...{ subject: 'c', key: 'key-c', outcome: { reason } },
        attempts: [{ error: { code: 'outcome-unknown', detail: { reason } } }],
      },
    ],
    entries: whole.entries.map((one) => (one.objects[0] === 'c' ? entry('c', last) : one)),
    ...change,
  };
}

const killed = (at: number) => [{ what: 'killed' as const, from: at, until: at }];

describe('the verdict on a job', () => {
  it('is no fault where every row was processed once', () => {
    expect(judgeJob(evidence())).toEqual({
      ...{ operation: 'release-opportunity', states: { succeeded: 3 }, faults: [], requests: 3 },
    });
  });

  it.each<[string, Partial<Evidence>, string]>([
    [
      'a row was processed twice',
      { entries: ['a', 'a', 'b', 'c'].map((one) => entry(one)) },
      'a was processed 2 times',
    ],
    [
      'a row was sent under two keys',
      {
        entries: [
          ...evidence().entries,
          entry('a', { key: 'other', verdict: { kind: 'refused', code: '50' }, delivery: 'answered' }),
        ],
      },
      'a was sent under 2 keys',
    ],
    ['a row is missing from what is told', { rows: evidence().rows.slice(0, 2) }, '2 rows of 3'],
    ['rows stand in another order', { rows: evidence().rows.toReversed() }, 'row 0 is 2 c'],
    [
      'a row that never left is told as done',
      { entries: evidence().entries.slice(0, 2) },
      'c is said to have succeeded, and did not',
    ],
    ['something was sent that nobody asked for', { entries: [...evidence().entries, entry('d')] }, 'd was sent and'],
    [
      'the counts do not add up',
      { summary: { state: 'finished', total: 3, counts: { ...noCounts, succeeded: 2 } } },
      'the counts add up to 2 of 3',
    ],
    [
      'the job has not come to its end',
      { summary: { state: 'running', total: 3, counts: { ...noCounts, succeeded: 3 } } },
      'the job is running',
    ],
    [
      'a card was not opened at all',
      {
        operation: 'sell-cards',
        entries: ['a', 'b'].map((one) => entry(one, { method: 'alibaba.alsc.crm.card.batch.sell' })),
      },
      'c was processed 0 times',
    ],
  ])('finds that %s', (_what, change, fault) => {
    expect(judgeJob(evidence(change)).faults).toContainEqual(expect.stringContaining(fault));
  });

  it.each(['failed', 'waiting', 'sending', 'skipped'] as const)('finds that what was done is told as %s', (state) => {
    const { rows, summary } = evidence();
    const change = {
      rows: rows.map((row) => (row.subject === 'c' ? { ...row, state } : row)),
      summary: { ...summary, counts: { ...noCounts, succeeded: 2, [state]: 1 } },
    };
    expect(judgeJob(evidence(change)).faults).toContainEqual(expect.stringMatching(/^c is /));
  });
});

it('the verdict takes a batch that was refused for its size for no sending of its rows', () => {
  const refused = (subCode: string) =>
    entry('a', { key: 'batch', objects: ['a', 'b'], verdict: { kind: 'refused', code: '50', subCode } });
  const faultsAfter = (subCode: string) =>
    judgeJob(evidence({ entries: [refused(subCode), ...evidence().entries] })).faults;
  expect(faultsAfter('isv.batch-too-large')).toEqual([]);
  expect(faultsAfter('isv.invalid-parameter')).toEqual(['a was sent under 2 keys', 'b was sent under 2 keys']);
});

describe('a row that is told as unknown', () => {
  const faultsOf = (judged: Evidence) => judgeJob(judged).faults;

  it.each<[string, Evidence]>([
    ['its connection was cut', unknownBy({ delivery: 'lost' }, {}, 'connection')],
    ['nobody was there for its answer', unknownBy({ delivery: 'client-gone' }, {}, 'connection')],
    ['its answer was a page', unknownBy({ delivery: 'damaged', faults: ['html'] }, {}, 'not-json')],
    ['the worker was killed while it waited', unknownBy({}, { troubles: killed(10_500) })],
    ['the answer left it out', unknownBy({ delivery: 'damaged', faults: ['rows-missing'] }, {}, 'not-in-answer')],
  ])('is truly so where %s', (_why, judged) => {
    expect(faultsOf(judged)).toEqual([]);
  });

  it.each<[string, Evidence]>([
    ['its answer came', unknownBy({})],
    ['its answer came in another order', unknownBy({ delivery: 'damaged', faults: ['rows-shuffled'] })],
    ['the worker was killed before', unknownBy({ atMs: 20_000 }, { troubles: killed(10_000) })],
    ['the worker was killed long afterwards', unknownBy({}, { troubles: killed(14_000) })],
  ])('is a fault where %s', (_why, judged) => {
    expect(faultsOf(judged)).toContain('c is unknown although its answer came');
  });

  it('that never arrived needs a death or a cut network', () => {
    const { entries } = evidence();
    const judged = unknownBy({}, { entries: entries.slice(0, 2) });
    expect(faultsOf({ ...judged, troubles: killed(1) })).toEqual([]);
    expect(faultsOf(judged)).toContain('c is unknown although its answer came');
  });

  it('is a fault where more requests were interrupted than workers can have had under way', () => {
    const subjects = ['a', 'b', 'c'];
    const rows = subjects.map((subject, index) => ({ index, subject, state: 'unknown' as const }));
    const attempts = [{ error: { code: 'outcome-unknown', detail: { reason: 'interrupted' } } }];
    const judged = evidence({
      ...{ rows, troubles: killed(10_001), concurrency: 2 },
      summary: { state: 'finished', total: 3, counts: { ...noCounts, unknown: 3 } },
      unknown: subjects.map((subject) => ({ subject, key: `key-${subject}`, attempts })),
    });
    expect(faultsOf(judged)).toEqual(['3 requests were interrupted by 1 deaths']);
  });

  it('is a fault where more rows are unknown than the answer left out', () => {
    const subjects = ['a', 'b', 'c'];
    const short = entry('a', { objects: subjects, delivery: 'damaged', faults: ['rows-missing'] });
    const judged = evidence({
      rows: subjects.map((subject, index) => ({ index, subject, state: 'unknown' as const })),
      summary: { state: 'finished', total: 3, counts: { ...noCounts, unknown: 3 } },
      unknown: subjects.map((subject) => ({ subject, outcome: { reason: 'not-in-answer' }, attempts: [] })),
      entries: [short],
    });
    expect(faultsOf(judged)).toEqual(['3 rows of key-a are unknown, 2 at most were left out']);
  });
});
