import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { IkcrmAnswer } from '@/lib/platforms/ikcrm/call';
import { type Edit, editOpportunity } from './edit-opportunity';
import { sampleOpportunity, sampleRecord } from './sample-record';
import { writeFollowUp } from './write-follow-up';

/** What the CRM makes of each edited field, and whether the record then shows it. */
const fates = ['taken', 'locked', 'rewritten'] as const;
type Fate = { fate: (typeof fates)[number]; isShown: boolean };

const wanted = {
  title: '新标题',
  note: '新的备注',
  stage: '3510',
  expect_amount: '30000.5',
  customer_requirement: '需求',
};
const others = { title: '别的', note: '工作流写的', stage: '3599', expect_amount: '1', customer_requirement: '改过' };
const fields = Object.keys(wanted) as (keyof typeof wanted)[];

const anyFates = fc.record(
  Object.fromEntries(
    fields.map((field) => [field, fc.record({ fate: fc.constantFrom(...fates), isShown: fc.boolean() })]),
  ) as Record<keyof typeof wanted, fc.Arbitrary<Fate>>,
);
const extras = fc.dictionary(fc.stringMatching(/^x_[a-z]{1,6}$/), fc.anything({ maxDepth: 2 }), { maxKeys: 4 });

const done = (data: unknown): IkcrmAnswer => ({ kind: 'answer', data });
/** The answer to the write: a yes with whatever in it, or none that can be read. */
const anyWriteAnswer = fc.oneof(
  fc.anything({ maxDepth: 2 }).map(done),
  fc.constant<IkcrmAnswer>({
    ...{ kind: 'lost', reason: 'timed-out', outcome: 'unknown' },
    error: { code: 'timed-out', detail: { reason: 'timed-out' } },
  }),
);

/** The record as it is after the write: its members in another order, some missing, others beside them, numbers for texts. */
function recordAfter(told: Record<keyof typeof wanted, Fate>, extra: object, isNumeric: boolean): object {
  const before = sampleRecord();
  const held = fields.flatMap((field) => {
    const { fate, isShown } = told[field];
    if (!isShown) return [];
    const value = { taken: wanted[field], locked: before[field], rewritten: others[field] }[fate];
    return [[field, isNumeric && field === 'stage' ? Number(value) : value]];
  });
  const rest = Object.entries(before).filter(([name]) => !fields.some((field) => field === name));
  return Object.fromEntries([...Object.entries(extra), ...rest, ...held].reverse());
}

const states = { taken: 'saved', locked: 'refused', rewritten: 'changed-by-crm' } as const;
const stateOf = ({ fate, isShown }: Fate) => (isShown ? states[fate] : 'not-shown');

/** Reads the record as it was until something is written, and then as it is. */
function crmThat(answer: IkcrmAnswer, after: object): Edit['call'] {
  let isWritten = false;
  return async ({ method }) => {
    if (method === 'GET') return done(isWritten ? after : sampleRecord());
    isWritten = true;
    return answer;
  };
}

it('an edit: what each field is told to be is what the CRM made of it, and nothing is saved that is not there', async () => {
  await fc.assert(
    fc.asyncProperty(anyFates, extras, fc.boolean(), anyWriteAnswer, async (told, extra, isNumeric, answer) => {
      const call = crmThat(answer, recordAfter(told, extra, isNumeric));
      const outcome = await editOpportunity({ call, before: sampleOpportunity(), wanted });
      const expected = new Map(fields.map((field) => [field as string, stateOf(told[field])]));
      const results = 'results' in outcome ? (outcome.results ?? []) : [];
      for (const { field, state } of results) expect([field, state]).toEqual([field, expected.get(field)]);
      const all = new Set(expected.values());
      if (outcome.kind === 'saved')
        expect([...all].filter((state) => !['saved', 'not-shown'].includes(state))).toEqual([]);
      if (outcome.kind === 'saved') expect(all).toContain('saved');
      if (outcome.kind === 'refused') expect(all).not.toContain('saved');
      // What was all taken, and is all shown, is never told otherwise.
      if (all.size === 1 && all.has('saved')) expect(outcome.kind).toBe('saved');
    }),
    { numRuns: 400 },
  );
});

it('a follow-up: written where the CRM says so, else unknown; its stage as the record shows it', async () => {
  await fc.assert(
    fc.asyncProperty(anyFates, extras, fc.boolean(), anyWriteAnswer, async (told, extra, isNumeric, answer) => {
      const call = crmThat(answer, recordAfter(told, extra, isNumeric));
      const followUp = { content: '已致电', stage: wanted.stage };
      const outcome = await writeFollowUp({ call, before: sampleOpportunity(), followUp, beforeWrite: async () => {} });
      expect(outcome.kind).toBe(answer.kind === 'answer' ? 'written' : 'unknown');
      if (outcome.kind === 'written') expect(outcome.stage?.state).toBe(stateOf(told.stage));
    }),
    { numRuns: 500 },
  );
});
