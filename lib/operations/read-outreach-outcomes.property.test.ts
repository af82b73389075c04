import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extraFields, listShapes, wrongType } from '@/test/fixtures/documents/untidy-answers';
import { readOutreachOutcomes } from './read-outreach-outcomes';

type Fate = 'accepted' | 'refused' | 'left-out';

interface OutreachCase {
  rows: Record<string, string>[];
  fates: Fate[];
  /** What the batch says; with false the refused ones need not say it themselves. */
  success: boolean;
  echoes: ('biz_id' | 'contact' | 'all' | 'none')[];
  order: number[];
  repeats: boolean[];
  extras: Record<string, unknown>;
  foreign: boolean;
  wrap: (list: unknown[]) => unknown;
}

const phones = ['18717866218', '13801381465', '13900001111'];

const outreachCase: fc.Arbitrary<OutreachCase> = fc.integer({ min: 1, max: 6 }).chain((size) => {
  const each = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: size, maxLength: size });
  return fc.record({
    rows: each(
      fc.record({ phone: fc.constantFrom('', ...phones), email: fc.constantFrom('', 'a@x.cn', 'b@x.cn') }),
    ).map((contacts) =>
      contacts.map(({ phone, email }, index) => ({
        biz_id: `b-${index}`,
        ...(phone && { phone_number: phone }),
        ...(email && { email }),
      })),
    ),
    fates: each(fc.constantFrom<Fate>('accepted', 'refused', 'left-out')),
    success: fc.boolean(),
    echoes: each(fc.constantFrom('biz_id' as const, 'contact' as const, 'all' as const, 'none' as const)),
    order: each(fc.integer()),
    repeats: each(fc.boolean()),
    extras: extraFields,
    foreign: fc.boolean(),
    wrap: fc.constantFrom(...listShapes),
  });
});

const taskIdOf = (index: number) => `9007199254740${993 + index}`;

function renderTask({ rows, fates, echoes, extras, success }: OutreachCase, index: number): Record<string, unknown> {
  const { biz_id, ...contact } = rows[index] ?? {};
  const echo: Record<string, unknown> | undefined = {
    biz_id: { biz_id },
    contact,
    all: { biz_id, ...contact },
    none: {},
  }[echoes[index] ?? 'none'];
  const own = success ? { success: false, message: '参数错误' } : {};
  const said = fates[index] === 'accepted' ? { task_id: taskIdOf(index) } : own;
  return { ...extras, ...said, task_request: { ...extras, ...echo } };
}

function renderOutreach(world: OutreachCase, change = (task: Record<string, unknown>): unknown => task): unknown {
  const { fates, order, repeats, foreign, success, extras, wrap } = world;
  const listed = [...fates.keys()]
    .filter((index) => fates[index] !== 'left-out')
    .flatMap((index) => (repeats[index] ? [index, index] : [index]))
    .sort((one, other) => (order[one] ?? 0) - (order[other] ?? 0))
    .map((index) => change(renderTask(world, index)));
  const others = foreign ? [{ task_id: '77', task_request: { biz_id: 'other', phone_number: phones[0] } }] : [];
  return { result: { ...extras, code: 400, success, message: '参数错误', data: wrap([...listed, ...others]) } };
}

/** The states that are true of a row; `unknown` always is. */
function truth({ fates, success }: OutreachCase, index: number): string[] {
  const fate = fates[index];
  if (fate === 'accepted') return ['succeeded', 'unknown'];
  return fate === 'refused' || !success ? ['failed', 'unknown'] : ['unknown'];
}

describe('outreach', () => {
  const read = (answer: unknown, { rows }: OutreachCase) => readOutreachOutcomes(answer, rows, 'key');

  it('in any order, partly, twice, with extra fields or tasks of others: right or unknown', () => {
    fc.assert(
      fc.property(outreachCase, (world) => {
        for (const [index, { state, value }] of read(renderOutreach(world), world).entries()) {
          expect(truth(world, index)).toContain(state);
          if (state === 'succeeded') expect(value).toBe(taskIdOf(index));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is right, and not merely unknown, where every biz_id is echoed', () => {
    fc.assert(
      fc.property(outreachCase, (drawn) => {
        const world: OutreachCase = { ...drawn, echoes: drawn.echoes.map(() => 'biz_id'), foreign: false };
        const states = read(renderOutreach(world), world).map(({ state }) => state);
        expect(states).toEqual(world.rows.map((_, index) => truth(world, index)[0]));
      }),
      { numRuns: 300 },
    );
  });

  it('with members of other types: right or unknown', () => {
    const spoilt = fc.record({
      name: fc.constantFrom('task_id', 'task_request', 'biz_id', 'phone_number', 'email', 'success'),
      value: wrongType.filter((value) => value !== null),
    });
    fc.assert(
      fc.property(outreachCase, spoilt, (world, { name, value }) => {
        const change = (task: Record<string, unknown>) => {
          if (name in task) return { ...task, [name]: value };
          const echo = task.task_request as Record<string, unknown>;
          return name in echo ? { ...task, task_request: { ...echo, [name]: value } } : task;
        };
        for (const [index, { state }] of read(renderOutreach(world, change), world).entries())
          expect(truth(world, index)).toContain(state);
      }),
      { numRuns: 500 },
    );
  });
});
