import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extraFields, wrongType } from '@/test/fixtures/documents/untidy-answers';
import { readReleaseOutcomes } from './read-release-outcomes';

const id = fc.stringMatching(/^[1-9]\d{0,31}$/);
const read = (answer: unknown, opportunity_id: string) => readReleaseOutcomes(answer, [{ opportunity_id }])[0];

it('the id that was asked for, among any other fields and in any place, is a success', () => {
  fc.assert(
    fc.property(id, extraFields, fc.boolean(), (asked, extras, isFirst) => {
      const value = { value: asked };
      const answer = isFirst ? { ...value, ...extras } : { ...extras, ...value };
      expect(read(answer, asked)).toEqual({ state: 'succeeded', value: asked });
    }),
  );
});

it('any other id is unknown and says so, however near it is', () => {
  const near = fc.tuple(id, fc.constantFrom('0', ' ', '\u200b', '.0', 'n'), fc.boolean());
  const pair = fc.oneof(
    fc.tuple(id, id),
    near.map(([asked, more, isBefore]) => [asked, isBefore ? more + asked : asked + more] as const),
  );
  fc.assert(
    fc.property(pair, extraFields, ([asked, other], extras) => {
      fc.pre(asked !== other);
      expect(read({ ...extras, value: other }, asked)).toMatchObject({
        state: 'unknown',
        reason: 'answer-for-another-id',
      });
    }),
  );
});

it('no value, or one of another type, is unknown', () => {
  fc.assert(
    fc.property(id, extraFields, fc.option(wrongType, { nil: undefined }), (asked, extras, value) => {
      expect(read({ ...extras, value }, asked)).toEqual({ state: 'unknown', reason: 'answer-without-value' });
      expect(read([{ value: asked }], asked)?.state).toBe('unknown');
    }),
  );
});
