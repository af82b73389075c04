import { isJsonObject, readJsonText } from '@/lib/platforms/top/read-answer';
import { readAnswer } from './answer-shape';
import type { RowOutcome, RowValues } from './operation';
import { platformWords } from './platform-words';
import { sellCards } from './sell-cards';

/**
 * Each card by its id in `result_map`: SUCCESS has passed, another text is the reason why not. A card that is not
 * listed is unknown, unless everything is said to have succeeded and nothing that is listed says otherwise.
 */
export function readCardOutcomes(answer: unknown, rows: readonly RowValues[]): RowOutcome[] {
  const result = readAnswer(sellCards.answer, answer)?.result;
  const hasFailed = result !== undefined && result.biz_success !== true;
  const words = hasFailed ? platformWords({ code: result.result_code, message: result.result_desc }) : undefined;
  const listed = readResultMap(result?.result?.result_map);
  if (!result || !listed) return rows.map(() => ({ state: 'unknown', reason: 'unreadable', ...words }));
  const isAllDone = result.biz_success === true && /^\s*true\s*$/i.test(result.result?.all_success ?? '');
  const outcomes = new Map([...listed].map(([id, said]) => [id, readDescriptions(said)]));
  const isBelied = isAllDone && [...outcomes.values()].some(({ state }) => state !== 'succeeded');
  const others: RowOutcome = isBelied
    ? contradictory
    : isAllDone
      ? { state: 'succeeded' }
      : { state: 'unknown', reason: 'not-in-answer', ...words };
  return rows.map(({ physical_card_ids: id = '' }) => {
    const outcome = outcomes.get(id) ?? others;
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
  const text = unwrapText(value);
  if (typeof text !== 'string') return text === null || text === undefined ? new Map() : readJsonMap(text);
  const content = readJsonText(text);
  if (content === null) return new Map();
  return content === undefined ? readJavaMap(text) : readJsonMap(content, text);
}

/** Text, or the text inside JSON text; undefined when it is empty. */
function unwrapText(value: unknown): unknown {
  const inner = readJsonText(value);
  const text = typeof inner === 'string' ? inner : value;
  return typeof text === 'string' && text.trim() === '' ? undefined : text;
}

/** A name and its text, or the beginning of anything else, in a JSON object without objects in it. */
const jsonEntry = /("(?:[^"\\]|\\.)*")\s*:\s*(?:("(?:[^"\\]|\\.)*")|[^\s"])/gs;

/** Read from the `text` where there is one: of a name that stands there twice, `content` has only the last. */
function readJsonMap(content: unknown, text?: string): Map<string, unknown[]> | undefined {
  // Under a name whose value is no description there may be others' or nobody's descriptions.
  if (!isJsonObject(content) || Object.values(content).some((said) => typeof said === 'object' && said !== null))
    return undefined;
  if (text === undefined) return new Map(Object.entries(content).map(([id, said]) => [id, [said]]));
  const map = new Map<string, unknown[]>();
  for (const [entry, id, said] of text.matchAll(jsonEntry)) {
    // Of two with one name the parsed content shows only the last.
    if (/[{[]$/.test(entry)) return undefined;
    add(map, String(readJsonText(id)), readJsonText(said));
  }
  return map;
}

function add(map: Map<string, unknown[]>, id: string, said: unknown): void {
  map.set(id, [...(map.get(id) ?? []), said]);
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
    add(map, entry.slice(0, at).trim(), entry.slice(at + 1).trim());
  }
  return map;
}
