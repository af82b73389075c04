import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { IkcrmAnswer } from '@/lib/platforms/ikcrm/call';
import { extraFields } from '@/test/fixtures/documents/untidy-answers';
import { editOpportunity } from './edit-opportunity';
import { sampleOpportunity, sampleRecord } from './sample-record';

type Fate = 'taken' | 'left' | 'not-shown';

const wanted = {
  title: '改过的标题',
  expect_amount: '9007199254740993.25',
  note: '改过的备注\n第二行',
  customer_requirement: '两台收银机',
  get_time: '2026-03-01',
} as const;
const fields = Object.keys(wanted) as (keyof typeof wanted)[];

interface World {
  fates: Record<keyof typeof wanted, Fate>;
  extras: Record<string, unknown>;
  isReversed: boolean;
  /** What the PUT is answered with; no document says what that is. */
  answer: unknown;
}

const world: fc.Arbitrary<World> = fc.record({
  fates: fc.record(
    Object.fromEntries(fields.map((field) => [field, fc.constantFrom<Fate>('taken', 'left', 'not-shown')])),
  ) as fc.Arbitrary<World['fates']>,
  extras: extraFields,
  isReversed: fc.boolean(),
  answer: fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>(undefined, [], { id: 1 }, { ...sampleRecord(), ...wanted, id: '9007199254740993' }),
  ),
});

/** The record after the edit, as another GET gives it. */
function recordAfter({ fates, extras, isReversed }: World): Record<string, unknown> {
  const record: Record<string, unknown> = { ...sampleRecord(), ...extras };
  for (const field of fields) {
    if (fates[field] === 'taken') record[field] = wanted[field];
    if (fates[field] === 'not-shown') delete record[field];
  }
  const members = Object.entries(record);
  return Object.fromEntries(isReversed ? members.reverse() : members);
}

it('an edit is what the record shows afterwards, whatever the answer and whatever else the record holds', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (drawn) => {
      let gets = 0;
      const call = async ({ method }: { method: string }): Promise<IkcrmAnswer> => {
        if (method !== 'GET') return { kind: 'answer', data: drawn.answer };
        gets += 1;
        return { kind: 'answer', data: gets === 1 ? sampleRecord() : recordAfter(drawn) };
      };
      const outcome = await editOpportunity({ call, before: sampleOpportunity(), wanted });
      const told = 'results' in outcome ? (outcome.results ?? []) : [];
      for (const { field, state } of told) {
        const right = { taken: 'saved', left: 'refused', 'not-shown': 'not-shown' }[drawn.fates[field as never]];
        expect([field, state]).toEqual([field, right]);
      }
      const fates = fields.map((field) => drawn.fates[field]);
      // A field that the record does not show is told as that, beside others that it does.
      if (outcome.kind === 'saved') expect([fates.includes('left'), fates.includes('taken')]).toEqual([false, true]);
      if (fates.every((fate) => fate === 'taken')) expect(outcome.kind).toBe('saved');
      if (fates.every((fate) => fate === 'left')) expect(outcome.kind).toBe('refused');
      if (fates.every((fate) => fate === 'not-shown')) expect(outcome.kind).toBe('unknown');
    }),
    { numRuns: 300 },
  );
});
