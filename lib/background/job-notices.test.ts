import { describe, expect, it } from 'vitest';
import { jobs as en } from '@/assets/messages/en/jobs';
import { jobs as zhCn } from '@/assets/messages/zh-cn/jobs';
import { jobNoticeWords } from '@/lib/i18n/job-notice-words';
import type { JobSummary } from '@/lib/messages/app-state';
import { fakeJob, fakeState } from '@/test/fakes/fake-state';
import { createStorageArea } from '@/test/fakes/storage-area';
import { createJobNotices, jobOfNotice } from './job-notices';
import type { Notice } from './notify';

const none = { waiting: 0, sending: 0, succeeded: 0, failed: 0, unknown: 0, cancelled: 0, skipped: 0 };
const many = (overrides: Partial<JobSummary>): JobSummary => fakeJob({ total: 1200, counts: none, ...overrides });
const running = many({ state: 'running', counts: { ...none, waiting: 1200 } });
const paused = (code: 'locked' | 'throttled' | 'quota-gone' | 'not-allowed', detail: object = {}) =>
  many({ state: 'paused', counts: { ...none, waiting: 1200 }, pausedBy: { code, detail } });

/** What is told as a job goes through these states, each seen by a worker of its own. */
async function told(...states: JobSummary[]): Promise<Notice[]> {
  const notices: Notice[] = [];
  const session = createStorageArea();
  for (const job of states) {
    const tell = createJobNotices({ session, notify: async (notice) => void notices.push(notice) });
    await tell(fakeState({ jobs: [job] }));
    await tell(fakeState({ jobs: [job] }));
  }
  return notices;
}

describe('a notification', () => {
  it('tells once that a job of many rows ended, with its sum', async () => {
    const done = many({ state: 'finished', counts: { ...none, succeeded: 1190, failed: 10 } });
    const [notice, ...others] = await told(running, done);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ title: '释放商机：已结束', message: '共 1,200 条：成功 1,190，失败 10' });
    expect(jobOfNotice(notice?.id ?? '')).toBe(running.id);
  });

  it.each([
    ['zh-CN', zhCn],
    ['en', en],
  ] as const)('has its own copy of the words that screens use: %s', (language, screens) => {
    const { operations, rowStates } = jobNoticeWords[language];
    expect(screens.operations).toMatchObject(operations);
    expect(screens.rowStates).toEqual(rowStates);
  });

  it('says that outcomes need a decision', async () => {
    const done = many({ state: 'finished', counts: { ...none, succeeded: 1199, unknown: 1 } });
    expect((await told(running, done))[0]?.title).toContain('需要确认');
  });

  it('says why a job stands still', async () => {
    const [notice] = await told(running, paused('locked'));
    expect(notice).toMatchObject({ title: '释放商机：已暂停', message: expect.stringContaining('助手已锁定') });
    expect(await told(running, paused('quota-gone', { until: 5 }))).toHaveLength(1);
  });

  it.each<[string, JobSummary[]]>([
    ['of what was over when the browser began', [many({ state: 'finished' })]],
    ['of a wait that ends by itself soon', [running, paused('throttled', { until: 5 })]],
    ['of what a person has just done', [running, paused('not-allowed', { reason: 'paused-by-person' })]],
    ['of a single release', [fakeJob({ state: 'running' }), fakeJob({ state: 'finished' })]],
    ['of a draft', [many({ state: 'draft' })]],
  ])('does not tell %s', async (_what, states) => {
    expect(await told(...states)).toEqual([]);
  });
});
