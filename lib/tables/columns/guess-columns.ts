import { type HeaderWords, headerWords } from './header-words';

/** A field and everything it is called: labels in both languages, its API name, what people write above it. */
export interface ColumnCandidate<Field extends string = string> {
  field: Field;
  names: readonly string[];
}

interface Pair<Field> {
  field: Field;
  column: number;
  score: number;
}

/** Below it a name inside a longer one says too little: 姓名 in 直属上级领导姓名. */
const leastShare = 0.35;

/**
 * Which column each field stands in, by its heading: named exactly, then but for spelling, then by a name that is
 * part of the other. The best matches choose first; no column serves two fields. A guess, for a person to correct.
 */
export function guessColumns<Field extends string>(
  headers: readonly string[],
  candidates: readonly ColumnCandidate<Field>[],
): Map<Field, number> {
  const pairs = candidates.flatMap(({ field, names }) =>
    headers.map((header, column) => ({ field, column, score: bestScore(header, names) })),
  );
  const found = new Map<Field, number>();
  const taken = new Set<number>();
  for (const { field, column } of pairs.filter(isMatch).sort(byScore)) {
    if (found.has(field) || taken.has(column)) continue;
    found.set(field, column);
    taken.add(column);
  }
  return found;
}

function isMatch({ score }: Pair<string>): boolean {
  return score > 0;
}

/** Sorting is stable: of equals the field that is declared first has the column that stands first. */
function byScore(one: Pair<string>, other: Pair<string>): number {
  return other.score - one.score;
}

/** 3 for the very name, 2 and more for the name but for spelling, below 1 for a part of it; 0 is none. */
export function bestScore(header: string, names: readonly string[]): number {
  const trimmed = header.trim();
  if (trimmed === '') return 0;
  if (names.includes(trimmed)) return 3;
  const words = headerWords(trimmed);
  return Math.max(0, ...names.map((name) => scoreOf(words, headerWords(name))));
}

function scoreOf(header: HeaderWords, name: HeaderWords): number {
  if (header.compact === '' || name.compact === '') return 0;
  if (header.compact === name.compact) return 2.5;
  if (header.outsideBrackets === name.outsideBrackets && name.outsideBrackets !== '') return 2;
  const [short, long] = header.compact.length < name.compact.length ? [header, name] : [name, header];
  const share = short.compact.length / long.compact.length;
  return share >= leastShare && isPart(short, long) ? share : 0;
}

/** Chinese has no spaces, so two characters are enough; Latin must be whole words: no id in paid. */
function isPart(short: HeaderWords, long: HeaderWords): boolean {
  if (/\p{Script=Han}/u.test(short.compact)) return short.compact.length >= 2 && long.compact.includes(short.compact);
  return ` ${long.words} `.includes(` ${short.words} `);
}
