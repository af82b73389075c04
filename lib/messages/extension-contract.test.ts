import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { extensionContract } from './extension-contract';
import { pageContract } from './page-contract';

/** Every member of a schema, with its path and type. */
function membersOf(schema: unknown, path = ''): { path: string; name: string; type: unknown }[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key !== 'properties') return membersOf(value, path);
    return Object.entries(value as Record<string, { type?: unknown }>).flatMap(([name, member]) => [
      { path: `${path}.${name}`, name, type: member.type },
      ...membersOf(member, `${path}.${name}`),
    ]);
  });
}

const calls = Object.entries({ ...extensionContract, ...pageContract });
const jsonOf = (schema: z.ZodMiniType, io: 'input' | 'output') => z.toJSONSchema(schema, { io });

describe('the contracts', () => {
  it.each(calls)('%s answers nothing that could hold a credential', (_name, { output }) => {
    const credential = /secret|session|token|passphrase|password|credential|sign$|^key$|private/i;
    const suspicious = membersOf(jsonOf(output, 'output')).filter(
      ({ name, type }) => credential.test(name) && type !== 'boolean' && type !== 'number',
    );
    // The one `key` that is: a row's idempotency key, in the job's detail and in the journal.
    expect(suspicious.filter(({ path }) => !/^\.(rows|entries)\.key$/.test(path))).toEqual([]);
  });

  it.each(calls)('%s takes secrets sealed only', (_name, { input }) => {
    const secret = /secret|session|passphrase|password|token|^current$|^file$/i;
    const named = membersOf(jsonOf(input, 'input')).filter(({ name }) => secret.test(name));
    for (const { path, type } of named) {
      expect(type, path).toBe('object');
      if (path.endsWith('.secrets')) continue;
      const members = membersOf(jsonOf(input, 'input')).filter((member) => member.path.startsWith(`${path}.`));
      expect(
        members.map(({ name }) => name),
        path,
      ).toEqual(['keyId', 'publicKey', 'iv', 'text']);
    }
  });

  it('of pages has three calls: two answer nothing, one how pages are read; one says nothing but that there is news', () => {
    expect(Object.keys(pageContract)).toEqual(['page.report', 'page.pointed', 'page.rules']);
    for (const call of ['page.report', 'page.pointed'] as const)
      expect(jsonOf(pageContract[call].output, 'output')).toMatchObject({
        properties: {},
        additionalProperties: false,
      });
    expect(jsonOf(pageContract['page.pointed'].input, 'input')).toMatchObject({
      properties: {},
      additionalProperties: false,
    });
    expect(jsonOf(pageContract['page.rules'].input, 'input')).toMatchObject({ properties: {} });
  });

  it('share no call, so that a name belongs to one door', () => {
    const shared = Object.keys(pageContract).filter((name) => Object.hasOwn(extensionContract, name));
    expect(shared).toEqual([]);
  });
});

describe('what a call may carry', () => {
  const create = extensionContract['job.create'].input;
  const asked = {
    operation: 'release-opportunity',
    connectionId: 'top',
    intentId: '01KAFSV9A0QX3N7B2M5T8W1YZC',
    source: 'popup',
    rows: [{ opportunity_id: '20191214888' }],
  };

  it.each<[string, object, boolean]>([
    ['one row', {}, true],
    ['a label', { label: '老王火锅' }, true],
    ['no row', { rows: [] }, false],
    ['as many rows as a job can have', { rows: Array.from({ length: 500 }, () => ({})) }, true],
    ['a row more', { rows: Array.from({ length: 501 }, () => ({})) }, false],
    ['what rows share', { shared: { plan_id: '123' }, channel: 'sms' }, true],
    ['a channel that is none', { channel: 'pigeon' }, false],
    ['an intention of seven characters', { intentId: '1234567' }, false],
    ['an intention with a space', { intentId: '1234 5678' }, false],
    ['an intention of 65 characters', { intentId: 'x'.repeat(65) }, false],
    ['a value that is no text', { rows: [{ opportunity_id: 1 }] }, false],
    ['a very long value', { rows: [{ memo: 'x'.repeat(4097) }] }, false],
    ['a very long label', { label: 'x'.repeat(201) }, false],
    ['an unknown source', { source: 'page' }, false],
    ['a member more', { holdBackMs: 0 }, false],
  ])('to create a job: %s', (_what, part, isAccepted) => {
    expect(create.safeParse({ ...asked, ...part }).success).toBe(isAccepted);
  });

  it('no row brings a prototype along', () => {
    const rows = JSON.parse('[{"opportunity_id":"1","__proto__":{"polluted":"yes"}}]') as unknown;
    const parsed = create.safeParse({ ...asked, rows });
    const [row] = parsed.data?.rows ?? [];
    expect(row && 'polluted' in row).not.toBe(true);
    expect('polluted' in {}).toBe(false);
  });

  it.each([
    ['1'.repeat(32), true],
    ['1'.repeat(33), false],
    ['', false],
    ['12a', false],
    ['１２', false],
  ])('a page’s id %s: %s', (opportunityId, isAccepted) => {
    const { input } = pageContract['page.report'];
    expect(input.safeParse({ context: { opportunityId, rule: 'generic' } }).success).toBe(isAccepted);
  });
});
