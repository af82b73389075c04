import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createClient } from './client';
import type { Envelope } from './contract';

describe('a client', () => {
  it('sends the call in its envelope, and answers the worker’s value', async () => {
    const sent: Envelope[] = [];
    const client = createClient(async (envelope) => {
      sent.push(envelope);
      return { ok: true, value: { calledOff: true } };
    });
    expect(await client.call('job.callOff', { jobId: 'a' })).toEqual({ calledOff: true });
    expect(sent).toEqual([{ contract: 'extension', call: 'job.callOff', input: { jobId: 'a' } }]);
  });

  it('throws the worker’s error with its code and detail', async () => {
    const error = { code: 'invalid-input', detail: { reason: 'required', path: 'operator_id' } };
    const client = createClient(async () => ({ ok: false, error }));
    const thrown: unknown = await client.call('app.read', {}).catch((caught: unknown) => caught);
    expect(thrown).toBeInstanceOf(AppError);
    expect(thrown).toMatchObject(error);
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [{}],
    [{ ok: false }],
    [{ ok: false, error: { code: 'strange', detail: {} } }],
    [{ ok: 'true', value: 1 }],
  ])('throws a bug when nobody answered as the worker does: %j', async (reply) => {
    const client = createClient(async () => reply);
    await expect(client.call('app.read', {})).rejects.toMatchObject({ code: 'bug', detail: { reason: 'no-reply' } });
  });
});
