import { describe, expect, it } from 'vitest';
import type { JobRecord } from '@/lib/storage/schema';
import {
  confirmRelease,
  createBackgroundWorld,
  extensionUrl,
  release,
  setUp,
  until,
} from '@/test/fakes/background-world';
import { startInBrowser } from '@/test/fakes/fake-browser';
import { createOmnibox } from './omnibox';

const crm = (id: string) => `https://crm.example.com/opportunities/${id}`;
const page = (argument = '') => `${extensionUrl}sidepanel.html#/opportunity${argument && `/${argument}`}`;

const cardJob = { id: 'job-card', intentId: 'INTENT-CARD', operation: 'sell-cards', subject: '111', label: '开卡一张' };

async function world(change: { links?: (id: string) => string[]; title?: string } = {}) {
  const { links = () => [], title = '老王火锅(三里屯店)' } = change;
  const background = await createBackgroundWorld();
  const { database } = background;
  const worker = background.startWorker();
  await setUp(worker);
  await confirmRelease(worker, 'INTENT-0001');
  const other = { ...release, opportunity_id: '20191214999' };
  await worker.client.call('job.create', {
    ...{ operation: 'release-opportunity', connectionId: 'top', intentId: 'INTENT-0002', source: 'popup' },
    ...{ label: title, rows: [other] },
  });
  const fact = (text: string) => ({ text, isMasked: false });
  const record = { id: '9007199254740993', title: fact('潮汕砂锅粥'), customer: fact('深圳市潮味餐饮') };
  await database.put('crmCache', { id: 'crm|u|record|9', readAt: 1, content: { record, readAt: 1 } });
  const masked = { id: '5', title: { text: '机密', isMasked: true } };
  await database.put('crmCache', { id: 'crm|u|record|5', readAt: 1, content: { record: masked, readAt: 1 } });
  const omnibox = createOmnibox({
    ...{ database, extensionUrl, links: { all: async (id) => links(id) } },
    language: async () => 'zh-CN',
  });
  return { omnibox, background };
}

describe('an id', () => {
  it('opens in the CRM that a rule knows, in another, or here', async () => {
    const { omnibox } = await world({ links: (id) => [crm(id), `https://two.example:8443/#/deal/${id}`] });
    const suggested = await omnibox.suggest('20191214888');
    expect(suggested[0]).toEqual({
      content: '20191214888 crm.example.com',
      description: '在 crm.example.com 打开商机 20191214888 · 老王火锅(三里屯店)',
    });
    const more = suggested.slice(1).map(({ content }) => content);
    expect(more).toEqual(['20191214888 two.example:8443', '20191214888 sidekick']);
    expect(await omnibox.addressFor('20191214888')).toBe(crm('20191214888'));
    expect(await omnibox.addressFor('20191214888 two.example:8443')).toBe(
      'https://two.example:8443/#/deal/20191214888',
    );
    expect(await omnibox.addressFor('20191214888 sidekick')).toBe(page('20191214888'));
    expect(await omnibox.addressFor('20191214888 evil.example')).toBe(page('20191214888'));
  });

  it.each([
    ['9007199254740993', '9007199254740993'],
    [' 商机ID：9007199254740993 ', '9007199254740993'],
    ['２０１９１２１４８８８', '20191214888'],
  ])('%j is %s, digit by digit', async (text, id) => {
    const { omnibox } = await world();
    expect(await omnibox.addressFor(text)).toBe(page(id));
  });

  it('that begins others is itself, and the others are offered', async () => {
    const { omnibox } = await world();
    const [first, ...others] = (await omnibox.suggest('20191214')).map(({ content }) => content);
    expect(first).toBe('20191214 sidekick');
    expect(others.sort()).toEqual(['20191214888 sidekick', '20191214999 sidekick']);
    expect(await omnibox.addressFor('20191214')).toBe(page('20191214'));
  });
});

describe('words', () => {
  it('find what jobs and panels have shown; one that is meant is opened', async () => {
    const { omnibox, background } = await world();
    expect(await omnibox.suggest('潮味')).toEqual([
      { content: '9007199254740993 sidekick', description: '在商机助手里查看商机 9007199254740993 · 潮汕砂锅粥' },
    ]);
    expect(await omnibox.addressFor('潮味')).toBe(page('9007199254740993'));
    // A card's or a recipient's number is no opportunity.
    await background.database.add('jobs', {
      ...(await background.database.getAll('jobs'))[0],
      ...cardJob,
    } as JobRecord);
    expect(await omnibox.suggest('开卡一张')).toMatchObject([{ content: '开卡一张 ?' }]);
    expect(await omnibox.suggest('机密')).toMatchObject([{ content: '机密 ?' }]);
  });

  it('that find several lead to none by themselves', async () => {
    const { omnibox } = await world();
    expect(await omnibox.suggest('老王')).toHaveLength(2);
    expect(await omnibox.addressFor('老王')).toBe(page(encodeURIComponent('老王')));
  });

  it.each([
    ['没有这个', '没有找到「没有这个」。请输入商机 ID，它只含数字'],
    ['<b>&"', '没有找到「&lt;b&gt;&amp;&quot;」。请输入商机 ID，它只含数字'],
    ['1'.repeat(33), expect.stringContaining('请输入商机 ID')],
  ])('%j that find nothing say so, and stand in the field where they can be mended', async (text, description) => {
    const { omnibox } = await world();
    const [suggestion, ...more] = await omnibox.suggest(text);
    expect([suggestion?.description, more]).toEqual([description, []]);
    for (const typed of [text, suggestion?.content ?? ''])
      expect(await omnibox.addressFor(typed)).toBe(page(encodeURIComponent(text)));
  });

  it('of a title name whom it is about, not how to reach them', async () => {
    const { omnibox } = await world({ title: '王女士 13922220007' });
    const [{ description } = { description: '' }] = await omnibox.suggest('20191214999');
    expect(description).toBe('在商机助手里查看商机 20191214999 · 王女士 139****0007');
  });

  it('that are not there yet suggest nothing, and lead to the page', async () => {
    const { omnibox } = await world();
    expect([await omnibox.suggest(' '), await omnibox.addressFor('')]).toEqual([[], page()]);
    expect(await omnibox.first()).toContain('%s');
  });

  it('of a title that lies are plain text: no markup, no turned direction, not without end', async () => {
    const { omnibox } = await world({ title: `<url>x</url>&'"\u202e倒${'长'.repeat(150)}` });
    const suggested = await omnibox.suggest('20191214999');
    expect(suggested).toHaveLength(1);
    for (const { description: text } of suggested) {
      expect(text).not.toMatch(/<|\u202e|&(?!(?:amp|lt|gt|quot|apos);)/);
      expect(text.length).toBeLessThan(200);
    }
  });
});

it('the browser is answered for what was typed last, and Enter opens where it was pressed', async () => {
  const { background } = await world();
  const { happen, suggested, opened } = startInBrowser(background);
  const shown: unknown[] = [];
  const show = (others: unknown) => void shown.push(others);
  happen('omnibox.onInputStarted');
  for (const text of ['2', '20', '20191214888']) happen('omnibox.onInputChanged', text, show);
  await until(
    () => shown,
    (found) => found.length > 0,
  );
  expect(shown).toMatchObject([[{ content: '20191214888 sidekick' }]]);
  expect(suggested).toEqual([expect.stringContaining('%s')]);
  happen('omnibox.onInputEntered', '7', 'currentTab');
  happen('omnibox.onInputEntered', '8', 'newBackgroundTab');
  await until(
    () => opened,
    (found) => found.length === 2,
  );
  expect(opened).toEqual([{ url: page('7') }, { url: page('8'), active: false }]);
});
