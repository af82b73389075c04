import type { DisturbRows } from '../control/disturb-rows.ts';
import type { Shape } from '../control/shapes.ts';
import type { Json, JsonObject } from '../json.ts';
import type { CardOutcome } from './card-data.ts';

/** Written by hand: an id that is listed twice must stand there twice. */
const writeJsonMap = (outcomes: readonly CardOutcome[]): string =>
  `{${outcomes.map(({ id, text }) => `${JSON.stringify(id)}:${JSON.stringify(text)}`).join(',')}}`;

const isOpened = ({ text }: CardOutcome): boolean => text === 'SUCCESS';

/** Documented as a String of which only "KEY: id, VALUE: words" is said, and sampled empty. */
const writeResultMap = (outcomes: readonly CardOutcome[], shape: Shape): Json | undefined => {
  switch (shape('cards-result-map')) {
    case 'json':
      return writeJsonMap(outcomes);
    case 'pairs':
      return `{${outcomes.map(({ id, text }) => `${id}=${text}`).join(', ')}}`;
    case 'failures-only':
      return writeJsonMap(outcomes.filter((outcome) => !isOpened(outcome)));
    case 'object':
      return Object.fromEntries(outcomes.map(({ id, text }) => [id, text]));
    case 'empty':
      return '';
    case 'absent':
      return undefined;
  }
};

const writeAllSuccess = (all: boolean, shape: Shape): JsonObject => {
  if (shape('cards-all-success') === 'absent') return {};
  return { all_success: shape('cards-all-success') === 'boolean' ? all : String(all) };
};

/** result_view is two quotation marks in the document's sample. */
const emptyView = '""';

export const writeRefusedSale = (code: string, words: string): JsonObject => ({
  result: { result: {}, result_code: code, result_view: words, biz_success: false, result_desc: words },
});

export const writeSale = (outcomes: readonly CardOutcome[], shape: Shape, disturb: DisturbRows): JsonObject => {
  const resultMap = writeResultMap(disturb(outcomes), shape);
  return {
    result: {
      result: {
        ...(resultMap === undefined ? {} : { result_map: resultMap }),
        ...writeAllSuccess(outcomes.every(isOpened), shape),
      },
      result_code: '200',
      result_view: emptyView,
      biz_success: true,
      result_desc: '成功',
    },
  };
};
