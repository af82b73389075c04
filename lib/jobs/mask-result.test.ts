import { describe, expect, it } from 'vitest';
import type { ErrorData } from '@/lib/errors/app-error';
import { maskResult } from './mask-result';

const said = '号码 139-1234-5678 已退订（wang.wu@example.com）';
const masked = '号码 139****5678 已退订(w***@example.com)';
const error = (message?: string): ErrorData => ({
  code: 'rejected',
  detail: { reason: 'x', platform: { code: '15', message } },
});

describe('what the platform says of people', () => {
  it('is kept without their numbers and addresses, of a whole request and of a row', () => {
    for (const kind of ['refused', 'too-large', 'paused', 'lost'] as const)
      expect(maskResult({ kind, error: error(said) }, 'submit-outreach')).toEqual({ kind, error: error(masked) });
    const outcome = (message: string) => ({ state: 'failed', platform: { code: '15', message } }) as const;
    expect(
      maskResult(
        { kind: 'answered', outcomes: [outcome(said), { state: 'succeeded' }], platformRequestId: 'r' },
        'update-opportunity',
      ),
    ).toEqual({ kind: 'answered', outcomes: [outcome(masked), { state: 'succeeded' }], platformRequestId: 'r' });
  });

  it('stays as it was written where there is nothing to hide', () => {
    const plain = error('参数错误（plan_id＝9007199254740993）');
    expect(maskResult({ kind: 'lost', error: plain }, 'submit-outreach')).toEqual({ kind: 'lost', error: plain });
    const silent: ErrorData = { code: 'offline', detail: {} };
    expect(maskResult({ kind: 'lost', error: silent }, 'submit-outreach')).toEqual({ kind: 'lost', error: silent });
    expect(maskResult({ kind: 'lost', error: error() }, 'submit-outreach')).toEqual({ kind: 'lost', error: error() });
  });

  it.each(['sell-cards', 'release-opportunity'])('of %s is about numbers that are nobody’s', (operation) => {
    const result = { kind: 'refused', error: error('卡 13912345678 已售出') } as const;
    expect(maskResult(result, operation)).toEqual(result);
  });
});
