import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { AppError } from '@/lib/errors/app-error';
import { defineContract } from './contract';
import { createDoor, createGate, isOwnPage, isWebPage, type Sender } from './gate';

const id = 'abcdefghijklmnopabcdefghijklmnop';
const base = `chrome-extension://${id}/`;
const contract = defineContract({
  'job.read': { input: z.strictObject({ jobId: z.string() }), output: z.object({ subject: z.string() }) },
  'job.fail': { input: z.strictObject({}), output: z.strictObject({}) },
  'job.break': { input: z.strictObject({}), output: z.strictObject({}) },
});
const pageContract = defineContract({ 'page.report': { input: z.strictObject({}), output: z.strictObject({}) } });

const popup: Sender = { id, url: `${base}popup.html`, origin: base.slice(0, -1) };
const crmPage: Sender = { id, url: 'https://crm.example.com/opportunities/1', frameId: 0, tab: { id: 7 } };

function openGate() {
  const handled: unknown[] = [];
  const reported: unknown[] = [];
  const door = createDoor(
    contract,
    {
      'job.read': async (input) => {
        handled.push(input);
        return { subject: '20191214888', appSecret: 'never' };
      },
      'job.fail': async () => {
        throw new AppError('locked');
      },
      'job.break': async () => {
        throw new Error('the secret is hunter2');
      },
    },
    isOwnPage(base, ['popup.html', 'sidepanel.html', 'options.html']),
  );
  const pages = createDoor(pageContract, { 'page.report': async () => ({}) }, isWebPage);
  const gate = createGate(id, { extension: door, page: pages }, (thrown) => reported.push(thrown));
  return { gate, handled, reported };
}

const read = { contract: 'extension', call: 'job.read', input: { jobId: 'a' } };
const wrongSender = { ok: false, error: { code: 'not-allowed', detail: { reason: 'wrong-sender' } } };

describe('who may ask', () => {
  it('our own pages, and what the contract does not let out stays in', async () => {
    const { gate } = openGate();
    expect(await gate(read, popup)).toEqual({ ok: true, value: { subject: '20191214888' } });
  });

  it.each<[string, Sender]>([
    ['a content script', crmPage],
    ['a web page’s frame', { ...crmPage, frameId: 3 }],
    ['our page in a frame of another', { ...popup, frameId: 1, tab: { id: 7 } }],
    ['a page of ours that is not a surface', { ...popup, url: `${base}other.html` }],
    ['a path that only begins like ours', { ...popup, url: `${base}popup.html/../evil.html` }],
    ['another origin that claims our address', { ...popup, origin: 'https://evil.example' }],
    ['an address that only contains ours', { ...popup, url: `https://evil.example/${base}popup.html` }],
    ['another extension’s page of the same name', { ...popup, url: `chrome-extension://${'b'.repeat(32)}/popup.html` }],
    ['nobody we can tell', { id }],
    ['an address that is none', { id, url: 'popup.html' }],
  ])('not %s', async (_who, sender) => {
    const { gate, handled } = openGate();
    expect(await gate(read, sender)).toEqual(wrongSender);
    expect(handled).toEqual([]);
  });

  it('not another extension at all: it gets no answer', () => {
    expect(openGate().gate(read, { ...popup, id: 'b'.repeat(32) })).toBeUndefined();
  });

  it.each<[string, Sender]>([
    ['a frame inside the page', { ...crmPage, frameId: 2 }],
    ['an extension page', popup],
    ['a file', { ...crmPage, url: 'file:///tmp/x.html' }],
  ])('the page contract is not for %s', async (_who, sender) => {
    expect(await openGate().gate({ contract: 'page', call: 'page.report', input: {} }, sender)).toEqual(wrongSender);
  });
});

describe('what may be asked', () => {
  it.each([['toString'], ['__proto__'], ['constructor'], ['job.unknown'], ['']])('not %j', async (call) => {
    const reply = await openGate().gate({ ...read, call }, popup);
    expect(reply).toEqual({ ok: false, error: { code: 'not-allowed', detail: { reason: 'unknown-call' } } });
  });

  it.each([['__proto__'], ['toString'], ['other']])('not of a contract called %j', async (name) => {
    expect(await openGate().gate({ ...read, contract: name }, popup)).toEqual(wrongSender);
  });

  it.each([[undefined], [null], ['text'], [{ jobId: 1 }], [{ jobId: 'a', more: 1 }], [[]]])(
    'not with the input %j',
    async (input) => {
      const { gate, handled } = openGate();
      expect(await gate({ ...read, input }, popup)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
      expect(handled).toEqual([]);
    },
  );

  it.each([[undefined], [null], ['text'], [{}], [{ contract: 'extension' }], [[1]]])(
    '%j is no message of ours',
    (message) => {
      expect(openGate().gate(message, popup)).toBeUndefined();
    },
  );
});

describe('how failures come back', () => {
  it('an expected one as its code', async () => {
    const reply = await openGate().gate({ contract: 'extension', call: 'job.fail', input: {} }, popup);
    expect(reply).toEqual({ ok: false, error: { code: 'locked', detail: {} } });
  });

  it('a bug without its text, which is reported inside only', async () => {
    const { gate, reported } = openGate();
    const reply = await gate({ contract: 'extension', call: 'job.break', input: {} }, popup);
    expect(reply).toMatchObject({ ok: false, error: { code: 'bug' } });
    expect(JSON.stringify(reply)).not.toContain('hunter2');
    expect(reported).toHaveLength(1);
  });
});
