import { isJsonObject, readJsonText, readList, readText } from '@/lib/platforms/top/read-answer';

/** A type of the documents' answer tables. `Map`: a String that holds one text for each of many ids. */
export type AnswerLeaf = 'String' | 'Number' | 'Boolean' | 'Date' | 'Map';

/** A documented answer: its members by name; `[shape]` is a list of objects. */
export interface AnswerShape {
  readonly [name: string]: AnswerLeaf | AnswerShape | readonly [AnswerShape];
}

/**
 * What is left of an answer once it was read: ids and numbers as text. Undefined: it is absent or empty. Null: there is
 * something, which is not what the document says; an id that cannot be read is not the same as none.
 */
export type AnswerOf<S extends AnswerShape> = { readonly [Name in keyof S]: MemberOf<S[Name]> };

type MemberOf<Member> = Member extends 'Map'
  ? unknown
  : Member extends 'Boolean'
    ? boolean | null | undefined
    : Member extends AnswerLeaf
      ? string | null | undefined
      : Member extends readonly [infer Item extends AnswerShape]
        ? readonly (AnswerOf<Item> | undefined)[] | undefined
        : Member extends AnswerShape
          ? AnswerOf<Member> | undefined
          : never;

/**
 * Reads an answer leniently by its documented shape: members may be absent, mistyped, extra, or JSON inside text.
 * An absent list is empty; a list or object that cannot be read is undefined, and so is a list's unreadable member.
 */
export function readAnswer<const S extends AnswerShape>(shape: S, value: unknown): AnswerOf<S> | undefined {
  const object = asObject(value);
  if (!object) return undefined;
  const members = Object.entries(shape).map(([name, member]) => [
    name,
    readMember(member, Object.hasOwn(object, name) ? object[name] : undefined),
  ]);
  return Object.fromEntries(members) as AnswerOf<S>;
}

function readMember(shape: AnswerShape[string], value: unknown): unknown {
  if (shape === 'Map') return value;
  if (typeof shape === 'string') {
    const isAbsent = value === undefined || value === null || value === '';
    return isAbsent ? undefined : ((shape === 'Boolean' ? readBoolean(value) : readText(value)) ?? null);
  }
  if (!isListShape(shape)) return readAnswer(shape, value);
  const [item] = shape;
  return asList(value)?.map((member) => readAnswer(item, member));
}

function isListShape(shape: AnswerShape | readonly [AnswerShape]): shape is readonly [AnswerShape] {
  return Array.isArray(shape);
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  const object = typeof value === 'string' ? readJsonText(value) : value;
  return isJsonObject(object) ? object : undefined;
}

/** A list in any shape of the platform; also as JSON text, and a single object where a list of one was meant. */
function asList(value: unknown): unknown[] | undefined {
  const list = typeof value === 'string' ? (readJsonText(value) ?? value) : value;
  const read = readList(list);
  if (read || !isJsonObject(list)) return read;
  const [only, ...others] = Object.values(list);
  return others.length === 0 && isJsonObject(only) ? [only] : undefined;
}

function readBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.trim().toLowerCase() : undefined;
  return text === 'true' ? true : text === 'false' ? false : undefined;
}
