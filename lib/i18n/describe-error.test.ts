import { describe, expect, it } from 'vitest';
import { en as enFirst } from '@/assets/messages/en';
import { enScreens } from '@/assets/messages/en-screens';
import { zhCn as zhCnFirst } from '@/assets/messages/zh-cn';
import { zhCnScreens } from '@/assets/messages/zh-cn-screens';
import { errorCodes } from '@/lib/errors/app-error';
import { describeError, describeOutcome } from './describe-error';

const en = { ...enFirst, ...enScreens };
const zhCn = { ...zhCnFirst, ...zhCnScreens };

describe('an error', () => {
  it.each(errorCodes)('of code %s says what happened and what to do in both languages', (code) => {
    for (const [messages, language] of [[zhCn, 'zh-CN'] as const, [en, 'en'] as const]) {
      const { title, next } = describeError(messages, language, { code, detail: {} });
      expect(title).toMatch(/\S{2}/);
      expect(next).toMatch(/[。.]$/);
    }
  });

  it('is told by its reason where the catalogue has one', () => {
    const error = { code: 'locked', detail: { reason: 'wrong-passphrase' } } as const;
    expect(describeError(zhCn, 'zh-CN', error).title).toBe('口令不对');
  });

  it('is told by its code where the reason is unknown, even one that every object has', () => {
    const error = { code: 'locked', detail: { reason: 'toString' } } as const;
    expect(describeError(en, 'en', error).title).toBe('CRM Sidekick is locked');
  });

  it('is told by its code while the finer sentences are not there', () => {
    const error = { code: 'locked', detail: { reason: 'wrong-passphrase' } } as const;
    expect(describeError({ ...zhCn, errorReasons: undefined }, 'zh-CN', error).title).toBe('助手已锁定');
  });

  it('is told apart where one reason means two things', () => {
    const file = describeError(en, 'en', { code: 'invalid-input', detail: { reason: 'not-json' } });
    const answer = describeError(en, 'en', { code: 'unreadable-answer', detail: { reason: 'not-json' } });
    expect(file.title).toBe('The file is not JSON');
    expect(answer.title).toBe('The platform’s answer is not JSON');
  });

  it('names the place and the time it knows', () => {
    const key = { code: 'invalid-input', detail: { reason: 'unknown-key', path: 'connections[0].endpont' } } as const;
    expect(describeError(en, 'en', key).title).toBe('Unknown key: connections[0].endpont');
    const banned = { code: 'throttled', detail: { until: Date.UTC(2026, 10, 22, 6, 5) } } as const;
    expect(describeError(zhCn, 'zh-CN', banned).next).toMatch(/^11-22 \d\d:05 后自动继续/);
  });

  it('carries the platform’s words and request_id along, and nothing where it said nothing', () => {
    const platform = { code: '15', subCode: 'isv.invalid-parameter', message: '非法参数', requestId: '6sfhw47qhop' };
    expect(describeError(zhCn, 'zh-CN', { code: 'rejected', detail: { platform } })).toMatchObject({
      said: '15 · isv.invalid-parameter · 非法参数',
      requestId: '6sfhw47qhop',
    });
    expect(describeError(zhCn, 'zh-CN', { code: 'rejected', detail: { platform: {} } })).not.toHaveProperty('said');
  });
});

describe('an outcome', () => {
  it('is told by its reason, then by its code, then by its state', () => {
    expect(describeOutcome(en, 'unknown', { reason: 'answer-for-another-id' }).title).toContain('another opportunity');
    expect(describeOutcome(en, 'failed', { reason: 'not-found' }).title).toBe('Not found');
    expect(describeOutcome(en, 'failed', { reason: 'never-heard-of' }).title).toBe('Failed');
    expect(describeOutcome(en, 'succeeded').title).toBe('Succeeded');
  });

  it('that is unknown says what broke, and always to look before sending again', () => {
    for (const reason of ['connection', 'html', 'timed-out', 'interrupted', undefined]) {
      const { next } = describeOutcome(en, 'unknown', { reason });
      expect(next).toMatch(/^Check in the CRM/);
      expect(describeError(en, 'en', { code: 'outcome-unknown', detail: { reason } }).next).toMatch(
        /^Check in the CRM/,
      );
    }
    expect(describeOutcome(en, 'unknown', { reason: 'connection' }).title).toBe('The connection broke');
    expect(describeOutcome(en, 'unknown', { reason: 'answer-for-another-id' }).next).toMatch(/^Check both/);
  });
});
