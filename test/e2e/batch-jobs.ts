import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';

/** The extension API, inside functions that are evaluated in the browser. */
declare const chrome: typeof import('wxt/browser').browser;

type BatchJob = {
  operation: 'sell-cards' | 'submit-outreach';
  rows: Record<string, string>[];
  shared: Record<string, string>;
  channel?: 'sms';
};

const cards = (...ids: string[]): BatchJob => ({
  operation: 'sell-cards',
  shared: { brand_id: '3396912', shop_id: '4564334', operator_id: 'kyr13386' },
  rows: ids.map((physical_card_ids) => ({ physical_card_ids })),
});

const tasks = (prefix: string, ...people: (readonly [phone: string, name: string])[]): BatchJob => ({
  operation: 'submit-outreach',
  channel: 'sms',
  shared: { plan_id: '124' },
  rows: people.map(([phone_number, user_name], index) => ({
    ...{ phone_number, user_name, input_params: '{}', output_params: '{}' },
    biz_id: `${prefix}-${index + 1}`,
  })),
});

/** Jobs of several rows by what becomes of them. */
const batchJobs = {
  cardsMixed: cards('6600000301', '6600000100', '6600000200', '6600000300', '0000000001', '6600000302'),
  cardsUnknown: cards('6600000303', '0000000002', '6600000305'),
  cardsLost: cards('6600000306', '6600000307'),
  tasksMixed: tasks('BIZ-SCREEN-A', ['13912345601', '王五'], ['13800000000', '赵六'], ['13912345603', '欧阳静']),
  tasksUnknown: tasks('BIZ-SCREEN-B', ['13912345604', '孙晓东'], ['13912345605', '周雅婷']),
} satisfies Record<string, BatchJob>;
export type BatchJobKind = keyof typeof batchJobs;

/** Lets jobs of several rows come to each of their ends, without their forms. Gives their ids. */
export async function makeBatchJobs({ browser, sandbox }: Stage): Promise<Record<BatchJobKind, string>> {
  sandbox.addFaults([
    { kind: 'rows-missing', match: { object: '6600000303' } },
    { kind: 'rows-missing', match: { object: 'BIZ-SCREEN-B-1' } },
    // Asked for again, and then for minutes without an answer: it stays under way while screens are looked at.
    { kind: 'answer-lost', times: 2, match: { object: '6600000306' } },
    { kind: 'hold', times: null, match: { object: '6600000306' } },
  ]);
  const page = await browser.openPage('options.html');
  const { connections } = await ask<{ connections: { id: string }[] }>(page, 'app.read', {});
  const connectionId = connections[0]?.id ?? '';
  const made = await Promise.all(
    Object.entries(batchJobs).map(async ([kind, job]) => {
      const input = { ...job, connectionId, intentId: `SCREEN-${kind}`, source: 'panel' };
      const { jobId } = await ask<{ jobId: string }>(page, 'job.create', input);
      return [kind, jobId] as const;
    }),
  );
  await waitUntil('the jobs of several rows to end', async () => {
    const states = await Promise.all(made.map(([, jobId]) => stateOf(page, jobId)));
    return states.filter((state) => state === 'finished').length === made.length - 1;
  });
  await page.close();
  return Object.fromEntries(made) as Record<BatchJobKind, string>;
}

async function stateOf(page: Page, jobId: string): Promise<string> {
  const { summary } = await ask<{ summary: { state: string } }>(page, 'job.read', { jobId });
  return summary.state;
}

/** Asks the worker as the extension's own pages do. */
async function ask<Value>(page: Page, call: string, input: Record<string, unknown>): Promise<Value> {
  const reply = await page.evaluate((envelope) => chrome.runtime.sendMessage(envelope), {
    contract: 'extension',
    call,
    input,
  });
  if (!reply.ok) throw new Error(`${call}: ${JSON.stringify(reply.error)}`);
  return reply.value;
}
