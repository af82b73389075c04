import { describe, expect, it } from 'vitest';
import { declarations, imSettingsQuery } from '@/lib/operations/registry';
import { builtInRules, genericRule } from '@/lib/pages/built-in-rules';
import type { SiteRule } from '@/lib/pages/site-rule';
import { contentScript, createBackgroundWorld } from '@/test/fakes/background-world';

const rule: SiteRule = {
  id: 'partner',
  name: '伙伴CRM',
  match: ['https://crm.example.com/*'],
  opportunity: { id: [{ from: 'path', after: ['deal'], pattern: 'O{id}' }] },
  operations: [{ operation: 'release-opportunity', connection: 'top', defaults: { territory_code: 'T-1' } }],
};

async function createWorld() {
  const world = await createBackgroundWorld();
  const worker = world.startWorker();
  const save = (value: unknown, mayReplace = false) =>
    worker.client.call('rule.save', { text: JSON.stringify(value), mayReplace });
  return { world, ...worker, save };
}

describe('a person’s own rules', () => {
  it('come first, are kept, exported as a file that is taken again, and deleted', async () => {
    const { client, save } = await createWorld();
    expect(await save(rule)).toEqual({ rules: [{ id: 'partner', name: '伙伴CRM' }] });
    const { rules } = await client.call('rule.list', {});
    expect(rules.map(({ id, isBuiltIn }) => [id, isBuiltIn])).toEqual([
      ['partner', false],
      ...builtInRules.map(({ id }) => [id, true]),
    ]);
    const { file } = await client.call('rule.export', { id: 'partner' });
    expect(JSON.parse(file)).toEqual({ version: 1, sites: [rule] });
    await client.call('rule.delete', { id: 'partner' });
    expect(await save(JSON.parse(file))).toEqual({ rules: [{ id: 'partner', name: '伙伴CRM' }] });
  });

  it('are told apart by the page in a tab that they are for', async () => {
    const { world, client, save } = await createWorld();
    await save({ sites: [rule, { ...rule, id: 'deals', match: ['https://crm.example.com/deals/*'] }] });
    world.tabs.pages.set(7, { url: 'https://crm.example.com/deals/7', answer: undefined });
    world.tabs.pages.set(8, { url: 'https://crm.example.com/tasks', answer: undefined });
    const ownFor = async (tabId: number) =>
      (await client.call('rule.list', { tabId })).rules.filter(({ isBuiltIn }) => !isBuiltIn).map(({ id }) => id);
    expect(await Promise.all([7, 8, 9].map(ownFor))).toEqual([['partner', 'deals'], ['partner'], []]);
  });

  it('are not replaced unless that is said', async () => {
    const { client, save } = await createWorld();
    await save(rule);
    await expect(save({ ...rule, name: '别的' })).rejects.toMatchObject({
      code: 'conflict',
      detail: { reason: 'rule-exists', path: 'partner' },
    });
    await save({ ...rule, id: 'second' });
    const file = { sites: [{ ...rule, id: 'new' }, { ...rule, id: 'second' }, rule] };
    await expect(save(file)).rejects.toMatchObject({ detail: { path: 'second partner' } });
    await save({ ...rule, name: '别的' }, true);
    expect((await client.call('rule.list', {})).rules[0]?.name).toBe('别的');
  });

  it('stand in for a built-in rule of the same id, which comes back when they go', async () => {
    const { client, save } = await createWorld();
    await save({ ...genericRule, name: '我的通用规则' });
    const count = builtInRules.length;
    expect((await client.call('rule.list', {})).rules).toHaveLength(count);
    await client.call('rule.delete', { id: 'generic' });
    expect((await client.call('rule.list', {})).rules.at(-1)).toMatchObject({
      name: genericRule.name,
      isBuiltIn: true,
    });
  });
});

it('every operation that writes can be one of a rule', async () => {
  const { save } = await createWorld();
  const writes = [...declarations.values()].filter(({ id }) => id !== imSettingsQuery.id);
  expect(writes).toHaveLength(4);
  expect(await save({ ...rule, operations: writes.map(({ id }) => ({ operation: id })) })).toBeDefined();
});

describe('a rule that cannot be taken', () => {
  it.each([
    ['what is not JSON', '{', 'not-json', '1:2'],
    ['a list', '[]', 'bad-value', 'sites[0]'],
    [
      'a pattern that would try again for ever',
      { ...rule, opportunity: { id: [{ from: 'address', pattern: '(a+)+$' }] } },
      'bad-value',
      'partner: opportunity.id[0].pattern',
    ],
    [
      'a selector that looks back',
      { ...rule, list: { row: 'tr:has(td)', id: [{ from: 'attribute', attribute: 'id' }] } },
      'bad-value',
      'partner: list.row',
    ],
    [
      'a selector that looks back in disguise',
      { ...rule, list: { row: 'tr:h\\61s(td)', id: [{ from: 'attribute', attribute: 'id' }] } },
      'bad-value',
      'partner: list.row',
    ],
    ['a key too many', { ...rule, script: 'x' }, 'unknown-key', 'partner: script'],
    [
      'a second one that is wrong',
      { sites: [rule, { ...rule, id: 'two', match: ['everywhere'] }] },
      'bad-value',
      'two: match[0]',
    ],
    ['two of one id', { sites: [rule, rule] }, 'duplicate-id', 'partner: id'],
    ['a name that shows nothing', { ...rule, name: ' \u200b\u3164' }, 'required', 'partner: name'],
    [
      'an operation that there is not',
      { ...rule, operations: [{ operation: 'release-opportunity' }, { operation: 'release-oportunity' }] },
      'bad-value',
      'partner: operations[1].operation',
    ],
    [
      'an operation twice',
      { ...rule, operations: [{ operation: 'sell-cards' }, { operation: 'sell-cards', connection: 'other' }] },
      'duplicate-id',
      'partner: operations[1].operation',
    ],
    [
      'a file with more than sites',
      { version: 1, sites: [rule], operator: { id: '1' } },
      'more-than-sites',
      'operator',
    ],
  ])('is refused with its name and the place: %s', async (_, value, reason, path) => {
    const { client } = await createWorld();
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const refused = client.call('rule.save', { text, mayReplace: true });
    await expect(refused).rejects.toMatchObject({ code: 'invalid-input', detail: { reason, path } });
    expect((await client.call('rule.list', {})).rules).toHaveLength(builtInRules.length);
  });

  it.each(['__proto__', 'constructor'])('may not hold %s', async (key) => {
    const { client } = await createWorld();
    const text = JSON.stringify(rule).replace('{', `{${JSON.stringify(key)}:{"id":"x"},`);
    await expect(client.call('rule.save', { text, mayReplace: true })).rejects.toMatchObject({ code: 'invalid-input' });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('is not there to be exported', async () => {
    const { client } = await createWorld();
    await expect(client.call('rule.export', { id: 'nobody' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('what a page’s reader is told', () => {
  const ask = { contract: 'page', call: 'page.rules', input: {} };

  it('are the rules of its own site, without connections and defaults', async () => {
    const { send, save } = await createWorld();
    await save(rule);
    const reply = JSON.stringify(await send(ask, contentScript));
    expect(reply).toContain('"paths":["/*"]');
    expect(JSON.parse(reply).value.rules.map(({ id }: SiteRule) => id)).toEqual(['partner', 'generic']);
    for (const secret of ['operations', 'T-1', '"top"', '伙伴CRM']) expect(reply).not.toContain(secret);
    const elsewhere = await send(ask, {
      ...contentScript,
      url: 'https://other.example.com/',
      origin: 'https://other.example.com',
    });
    expect(JSON.stringify(elsewhere)).not.toContain('partner');
  });

  it('is told to nobody but the top frame of a page', async () => {
    const { send } = await createWorld();
    expect(await send(ask, { ...contentScript, frameId: 3 })).toMatchObject({ ok: false });
  });
});

describe('a rule that is tried on a page', () => {
  const answer = {
    context: { opportunityId: '12', rule: 'partner' },
    faults: [{ path: 'list.row', reason: 'reads-nothing' }],
  };

  it('says what it reads and what does not, and is not kept', async () => {
    const { world, client } = await createWorld();
    world.tabs.pages.set(7, { url: 'https://crm.example.com/deal/O12', answer });
    expect(await client.call('rule.try', { tabId: 7, text: JSON.stringify(rule) })).toEqual(answer);
    expect((await client.call('rule.list', {})).rules[0]?.id).not.toBe('partner');
  });

  it.each([
    ['a page that answers something else', { faults: 'none' }, rule, 'not-found'],
    ['a tab that is not there', undefined, rule, 'not-found'],
    ['two rules at once', answer, { sites: [rule, { ...rule, id: 'two' }] }, 'invalid-input'],
  ])('is refused: %s', async (_, said, value, code) => {
    const { world, client } = await createWorld();
    if (said) world.tabs.pages.set(7, { url: 'https://crm.example.com/', answer: said });
    const tried = client.call('rule.try', { tabId: 7, text: JSON.stringify(value) });
    await expect(tried).rejects.toMatchObject({ code });
  });
});
