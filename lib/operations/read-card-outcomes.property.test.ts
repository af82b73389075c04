import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extraFields, wrongType } from '@/test/fixtures/documents/untidy-answers';
import { readCardOutcomes } from './read-card-outcomes';

interface CardCase {
  cards: { id: string; said: string; isListed: boolean; order: number }[];
  foreign: boolean;
  extras: Record<string, unknown>;
  write: (entries: [string, string][]) => unknown;
}

const encodings: readonly CardCase['write'][] = [
  (entries) => Object.fromEntries(entries),
  (entries) => JSON.stringify(Object.fromEntries(entries)),
  (entries) => JSON.stringify(JSON.stringify(Object.fromEntries(entries))),
  (entries) => `{${entries.map(([id, said]) => `${id}=${said}`).join(', ')}}`,
];

const cardCase: fc.Arbitrary<CardCase> = fc.record({
  cards: fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^(\d{1,20}|[A-Z]-\d{3})$/),
      said: fc.constantFrom(
        'SUCCESS',
        'SUCCESS',
        'SUCCESS-通过',
        '卡已售出',
        '门店不符，code=7',
        '失败, 请重试',
        'a: {b}',
      ),
      isListed: fc.boolean(),
      order: fc.integer(),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
  ),
  foreign: fc.boolean(),
  extras: extraFields,
  write: fc.constantFrom(...encodings),
});

function renderCards({ cards, foreign, extras, write }: CardCase): { answer: unknown; isAllDone: boolean } {
  const isAllDone = cards.every(({ said }) => said.startsWith('SUCCESS'));
  const listed = [...cards]
    .sort((one, other) => one.order - other.order)
    .flatMap(({ id, said, isListed }): [string, string][] => (isListed ? [[id, said]] : []));
  // Where all is done, a card that is not would be an answer that contradicts itself.
  const result_map = write(foreign ? [...listed, ['other', isAllDone ? 'SUCCESS' : '卡不存在']] : listed);
  const result = { ...extras, result_map, all_success: String(isAllDone) };
  return { answer: { result: { ...extras, result, biz_success: true, result_code: '200' } }, isAllDone };
}

describe('cards', () => {
  const read = (answer: unknown, { cards }: CardCase) =>
    readCardOutcomes(
      answer,
      cards.map(({ id }) => ({ physical_card_ids: id })),
    );

  it('in any order and encoding, partly, with cards of others: each as it was told, unknown where it was not', () => {
    fc.assert(
      fc.property(cardCase, (world) => {
        const { answer, isAllDone } = renderCards(world);
        const states = read(answer, world).map(({ state }) => state);
        const told = ({ said }: CardCase['cards'][number]) => (said.startsWith('SUCCESS') ? 'succeeded' : 'failed');
        expect(states).toEqual(
          world.cards.map((card) => (card.isListed ? told(card) : isAllDone ? 'succeeded' : 'unknown')),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('are not done for sure where everything is said to be, and something that is listed is not', () => {
    const untrue = fc.tuple(cardCase, fc.constantFrom('卡已售出', '', 'SUCCESS 但未激活'));
    fc.assert(
      fc.property(untrue, ([world, said]) => {
        const listed = world.cards.flatMap(({ id, isListed }) => (isListed ? [[id, 'SUCCESS'] as const] : []));
        const result_map = JSON.stringify(Object.fromEntries([...listed, ['other', said]]));
        const answer = { result: { biz_success: true, result: { result_map, all_success: 'true' } } };
        const states = read(answer, world).map(({ state }) => state);
        expect(states).toEqual(world.cards.map(({ isListed }) => (isListed ? 'succeeded' : 'unknown')));
      }),
    );
  });

  it('twice in a map of text: told once where both say the same, unknown where they do not', () => {
    const world = fc.uniqueArray(fc.stringMatching(/^\d{1,20}$/), { minLength: 1, maxLength: 5 });
    const said = fc.constantFrom('SUCCESS', '卡已售出');
    fc.assert(
      fc.property(world, said, said, fc.boolean(), fc.boolean(), (ids, one, other, isShuffled, isJson) => {
        const write = (id: string, text: string) => (isJson ? `"${id}": "${text}"` : `${id}=${text}`);
        const entries = [...ids.map((id) => write(id, one)), ...ids.map((id) => write(id, other))];
        const result_map = `{${(isShuffled ? entries.toReversed() : entries).join(', ')}}`;
        const answer = { result: { biz_success: true, result: { result_map, all_success: 'false' } } };
        const outcomes = readCardOutcomes(
          answer,
          ids.map((physical_card_ids) => ({ physical_card_ids })),
        );
        const told = one !== other ? 'unknown' : one === 'SUCCESS' ? 'succeeded' : 'failed';
        expect(outcomes.map(({ state }) => state)).toEqual(ids.map(() => told));
      }),
    );
  });

  it('with members of other types: right or unknown', () => {
    const place = fc.constantFrom('result_map', 'all_success', 'biz_success', 'result', 'a description');
    fc.assert(
      fc.property(cardCase, place, wrongType, (world, name, value) => {
        const spoil = (text: string): unknown => {
          const root = JSON.parse(text) as { result: Record<string, unknown> & { result: Record<string, unknown> } };
          if (name in root.result) Object.assign(root.result, { [name]: value });
          else if (name in root.result.result) Object.assign(root.result.result, { [name]: value });
          else root.result.result.result_map = Object.fromEntries(world.cards.map(({ id }) => [id, value]));
          return root;
        };
        const outcomes = read(spoil(JSON.stringify(renderCards(world).answer)), world);
        for (const [index, { state }] of outcomes.entries()) {
          const isDone = world.cards[index]?.said.startsWith('SUCCESS');
          expect([isDone ? 'succeeded' : 'failed', 'unknown']).toContain(state);
        }
      }),
      { numRuns: 500 },
    );
  });
});
