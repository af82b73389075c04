import fc from 'fast-check';
import * as z from 'zod/mini';

type Schema = Readonly<Record<string, unknown>>;

/** Texts that mean something to the worker, by the name of the member that holds them. */
export type Meanings = Readonly<Record<string, readonly unknown[]>>;

/**
 * Any value that a schema accepts. Members with a meaning get it more often than not, so that calls reach what is
 * behind their first check.
 */
export function arbitraryInput(schema: z.ZodMiniType, meanings: Meanings): fc.Arbitrary<unknown> {
  return fromSchema(z.toJSONSchema(schema, { io: 'input' }) as Schema, meanings);
}

function fromSchema(schema: Schema, meanings: Meanings): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  switch (schema.type) {
    case 'object':
      return fromObject(schema, meanings);
    case 'array':
      return fc.array(fromSchema(schema.items as Schema, meanings), {
        minLength: Number(schema.minItems ?? 0),
        maxLength: Number(schema.maxItems ?? 3),
      });
    case 'string':
      return fromString(schema);
    case 'number':
      return fc.integer({ min: Number(schema.minimum ?? -1), max: Number(schema.maximum ?? 2 ** 41) });
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function fromString(schema: Schema): fc.Arbitrary<string> {
  if (typeof schema.pattern === 'string') return fc.stringMatching(new RegExp(schema.pattern));
  const maxLength = Math.min(Number(schema.maxLength ?? 40), 40);
  return fc.string({ unit: 'grapheme', minLength: Number(schema.minLength ?? 0), maxLength });
}

function fromObject(schema: Schema, meanings: Meanings): fc.Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const members = Object.entries(properties).map(([name, member]) => {
    const any = fromSchema(member, meanings);
    const meant = Object.hasOwn(meanings, name) ? (meanings[name] ?? []) : [];
    return [name, meant.length > 0 ? fc.oneof({ arbitrary: fc.constantFrom(...meant), weight: 4 }, any) : any] as const;
  });
  if (members.length === 0 && typeof schema.additionalProperties === 'object') {
    return fc.dictionary(fc.string({ maxLength: 10 }), fromSchema(schema.additionalProperties as Schema, meanings), {
      maxKeys: 4,
    });
  }
  return fc.record(Object.fromEntries(members), { requiredKeys: (schema.required ?? []) as string[] });
}
