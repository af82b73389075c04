import { isJsonObject, readJsonText } from '@/lib/platforms/top/read-answer';
import { readAnswer } from './answer-shape';
import type { RowOutcome, RowValues } from './operation';
import { platformWords } from './platform-words';
import { sellCards } from './sell-cards';

/**
 * Each card by its id in `result_map`: SUCCESS has passed, another text is the reason why not. A card that is not
 * listed is unknown, unless everything is said to have succeeded.
 */
export function readCardOutcomes(answer: unknown, rows: readonly RowValues[]): RowOutcome[] {
  const result = readAnswer(sellCards.answer, answer)?.result;
  const hasFailed = result !== undefined && result.biz_success !== true;
  const words = hasFailed ? platformWords({ code: result.result_code, message: result.result_desc }) : undefined;
  const listed = readResultMap(result?.result?.result_map);
  if (!result || !listed) return rows.map(() => ({ state: 'unknown', reason: 'unreadable', ...words }));
  const isAllDone = result.biz_success === true && /^\s*true\s*$/i.test(result.result?.all_success ?? '');
  return rows.map(({ physical_card_ids: id = '' }) => {
    const said = listed.get(id);
    if (said === undefined)
      return isAllDone ? { state: 'succeeded' } : { state: 'unknown', reason: 'not-in-answer', ...words };
    const outcome = readDescriptions(said);
    // Everything done, and this one not: one of the two is wrong.
    return isAllDone && outcome.state === 'failed' ? contradictory : outcome;
  });
}

const contradictory: RowOutcome = { state: 'unknown', reason: 'contradictory-answer' };

function readDescriptions(said: readonly unknown[]): RowOutcome {
  const [first, ...others] = said;
  if (others.some((other) => other !== first)) return contradictory;
  const text = typeof first === 'string' ? first.trim() : '';
  // The document's own words for it are "SUCCESS-通过".
  if (/^SUCCESS(\W*通过\W*)?$/i.test(text)) return { state: 'succeeded', value: text };
  if (text === '' || /^SUCCESS/i.test(text)) return { state: 'unknown', reason: 'unreadable' };
  return { state: 'failed', ...platformWords({ message: text }) };
}

/**
 * Id → every description that stands beside it. The encoding is not documented: JSON, JSON in text, and the
 * `{id=text, …}` of Java's maps are read; undefined for anything else that is not empty.
 */
function readResultMap(value: unknown): Map<string, unknown[]> | undefined {
  const content = unwrapText(value);
  if (content === undefined || content === null) return new Map();
  if (isJsonObject(content)) return new Map(Object.entries(content).map(([id, text]) => [id, [text]]));
  return typeof content === 'string' ? readJavaMap(content) : undefined;
}

/** JSON inside text, and text inside that JSON once more; other text as it is, none when it is empty. */
function unwrapText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.trim() === '') return undefined;
  const inner = readJsonText(value);
  if (typeof inner === 'string') return inner.trim() === '' ? undefined : (readJsonText(inner) ?? inner);
  return inner === undefined ? value : inner;
}

function readJavaMap(text: string): Map<string, unknown[]> | undefined {
  const inside = /^\s*\{([\s\S]*)\}\s*$/.exec(text)?.[1]?.trim();
  if (inside === undefined) return undefined;
  const map = new Map<string, unknown[]>();
  if (inside === '') return map;
  // A description may hold commas: only one before the next `id=` ends it.
  for (const entry of inside.split(/,\s*(?=[^\s,={}]+=)/)) {
    const at = entry.indexOf('=');
    if (at < 1) return undefined;
    const id = entry.slice(0, at).trim();
    map.set(id, [...(map.get(id) ?? []), entry.slice(at + 1).trim()]);
  }
  return map;
}
