import { describe, expect, it } from 'vitest';
import type { CallCrm } from '@/lib/opportunities/read-record';
import { createTestClock, openTestDatabase } from '@/test/fakes/job-world';
import { type KnowledgeAsked, readKeptKnowledge, readKnowledge } from './crm-knowledge';

const connection = { id: 'crm', baseUrl: 'https://lxcrm.weiwenjia.com' };
const hourMs = 3_600_000;

async function createWorld() {
  const database = await openTestDatabase();
  const clock = createTestClock();
  const asked: string[] = [];
  /** What the company calls its first stage; undefined: it cannot be asked. */
  const crm: { stage: string | undefined } = { stage: '初步接洽' };
  const call: CallCrm = async ({ path }) => {
    asked.push(path);
    if (crm.stage === undefined)
      return { kind: 'lost', reason: 'connection', outcome: 'unknown', error: { code: 'offline', detail: {} } };
    if (!path.includes('field_maps')) return { kind: 'answer', data: [] };
    return { kind: 'answer', data: [{ field_name: 'stage', field_values: [{ id: '3511', value: crm.stage }] }] };
  };
  const read = (part: Partial<KnowledgeAsked> = {}) =>
    readKnowledge({ database, call, clock: clock.read }, { connection, ...part });
  const stageOf = async (part?: Partial<KnowledgeAsked>) => (await read(part)).maps?.[0]?.options[0]?.label;
  return { database, clock, asked, crm, read, stageOf };
}

describe('what a company made of its CRM', () => {
  it('is kept for hours, and read anew afterwards', async () => {
    const { clock, asked, crm, stageOf } = await createWorld();
    expect(await stageOf()).toBe('初步接洽');
    crm.stage = '首次拜访';
    clock.advance(5 * hourMs);
    expect(await stageOf()).toBe('初步接洽');
    expect(asked).toHaveLength(2);
    clock.advance(2 * hourMs);
    expect(await stageOf()).toBe('首次拜访');
  });

  it('is read anew at once when a person asks', async () => {
    const { crm, stageOf } = await createWorld();
    await stageOf();
    crm.stage = '首次拜访';
    expect(await stageOf({ isFresh: true })).toBe('首次拜访');
    expect(await stageOf()).toBe('首次拜访');
  });

  it('is each connection’s own, and of an address that was changed', async () => {
    const { crm, stageOf, database } = await createWorld();
    await stageOf();
    crm.stage = '首次拜访';
    expect(await stageOf({ connection: { ...connection, id: 'other' } })).toBe('首次拜访');
    expect(await stageOf({ connection: { ...connection, baseUrl: 'https://crm.example.com' } })).toBe('首次拜访');
    expect((await readKeptKnowledge(database, { connection })).maps?.[0]?.options[0]?.label).toBe('初步接洽');
  });

  it('is better old than not at all, and says why it is not newer', async () => {
    const { clock, crm, read } = await createWorld();
    await read();
    crm.stage = undefined;
    clock.advance(7 * hourMs);
    const known = await read();
    expect(known.maps?.[0]?.options[0]?.label).toBe('初步接洽');
    expect(known.error).toMatchObject({ code: 'offline' });
    expect(known.readAt).toBe(clock.read() - 7 * hourMs);
  });

  it('that was never read is unknown, and no obstacle', async () => {
    const { crm, read } = await createWorld();
    crm.stage = undefined;
    expect(await read()).toMatchObject({ maps: undefined, groups: undefined, error: { code: 'offline' } });
  });
});
