import type { AppState, JobSummary, TopConnectionSummary } from '@/lib/messages/app-state';

/** 2026-11-22 14:00:00 in China. */
export const fakeNow = Date.UTC(2026, 10, 22, 6, 0, 0);

export function fakeConnection(overrides: Partial<TopConnectionSummary> = {}): TopConnectionSummary {
  return {
    id: 'top',
    platform: 'top',
    name: '淘宝开放平台',
    endpoint: 'https://eco.taobao.com/router/rest',
    appKey: '12345678',
    signMethod: 'hmac-sha256',
    hasSecret: true,
    hasSession: true,
    permitted: true,
    ...overrides,
  };
}

export function fakeJob(overrides: Partial<JobSummary> = {}): JobSummary {
  const { id, name, endpoint, appKey } = fakeConnection();
  return {
    id: 'job-1',
    operation: 'release-opportunity',
    source: 'popup',
    connection: { id, name, endpoint, appKey },
    state: 'held',
    createdAt: fakeNow,
    heldUntil: fakeNow + 5000,
    notBefore: fakeNow + 5000,
    subject: '20191214888',
    label: '老王火锅(三里屯店)',
    total: 1,
    counts: { waiting: 1, sending: 0, succeeded: 0, failed: 0, unknown: 0, cancelled: 0, skipped: 0 },
    ...overrides,
  };
}

/** A surface of somebody who has set up everything and done nothing yet. */
export function fakeState(overrides: Partial<AppState> = {}): AppState {
  return {
    vault: { state: 'unlocked', mode: 'passphrase' },
    connections: [fakeConnection()],
    operator: { id: 'kyr13386', name: '王五' },
    defaults: {
      territoryCode: 'keruyun_POS_2019',
      imAccountId: '12345',
      releaseReasons: ['老板不接受', '已用竞品', '联系不上'],
    },
    preferences: {
      language: 'zh-CN',
      theme: 'system',
      holdBackSeconds: 5,
      autoLockMinutes: 30,
      imCacheMinutes: 10,
      imCheckMinutes: 0,
      keepJobsDays: 180,
      adviceUnfollowedDays: 30,
      adviceSignDateDays: 1,
      adviceEarlierJobDays: 90,
      adviceApproval: true,
      adviceSameCustomer: true,
    },
    sites: [],
    managed: false,
    jobs: [],
    ...overrides,
  };
}
