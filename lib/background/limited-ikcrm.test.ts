import { describe, expect, it } from 'vitest';
import { paceOf } from '@/lib/connections/pace';
import type { IkcrmAnswer } from '@/lib/platforms/ikcrm/call';
import { getFieldMaps } from '@/lib/platforms/ikcrm/calls';
import { openTestDatabase } from '@/test/fakes/job-world';
import { createLimitedIkcrm, withFirstPlace } from './limited-ikcrm';

const ikcrmLimit = paceOf('ikcrm', undefined).limit;
const call = { connection: { baseUrl: 'https://crm.example.com/', token: 't' }, request: getFieldMaps() };

async function world(answer: (now: number) => IkcrmAnswer = () => ({ kind: 'answer', data: [] })) {
  let now = 1_000_000;
  const sentAt: number[] = [];
  const parts = {
    database: await openTestDatabase(),
    callIkcrm: async () => {
      sentAt.push(now);
      return answer(now);
    },
    limitFor: async () => ikcrmLimit,
    clock: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
  return { parts, sentAt };
}

describe('calls to a REST CRM', () => {
  it('are at most five in any ten seconds, and wait for their place', async () => {
    const { parts, sentAt } = await world();
    const limited = createLimitedIkcrm(parts);
    for (let count = 0; count < 8; count += 1) await limited(call);
    for (const at of sentAt) {
      const within = sentAt.filter((other) => other >= at && other < at + ikcrmLimit.windowMs);
      expect(within.length).toBeLessThanOrEqual(ikcrmLimit.calls);
    }
    expect(sentAt).toHaveLength(8);
  });

  it('are not sent while the CRM asks for patience beyond what a person would wait', async () => {
    const refusal = (now: number): IkcrmAnswer => ({
      kind: 'refused',
      error: { code: 'throttled', detail: {} },
      fields: [],
      outcome: 'not-processed',
      retry: 'wait',
      until: now + 60_000,
    });
    const { parts, sentAt } = await world(refusal);
    const limited = createLimitedIkcrm(parts);
    await limited(call);
    expect(await limited(call)).toMatchObject({ kind: 'refused', outcome: 'not-processed', until: 1_060_000 });
    expect(sentAt).toHaveLength(1);
  });

  it('take no second place where the first was taken already', async () => {
    const { parts, sentAt } = await world();
    const limited = createLimitedIkcrm(parts);
    for (let count = 0; count < 5; count += 1) await limited(call);
    const edit = withFirstPlace(limited, parts);
    await edit(call);
    expect(sentAt[5]).toBe(sentAt[4]);
    await edit(call);
    expect(sentAt[6]).toBe((sentAt[0] ?? 0) + ikcrmLimit.windowMs);
  });
});
