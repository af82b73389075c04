import type { Declaration } from '@/lib/operations/operation';

/** A field by the name that people know, and what to put there. */
export interface FieldWords {
  label: string;
  hint: string;
}

/** What one language says of an operation in screens and in the docs. */
export interface OperationWords<O extends Pick<Declaration, 'shared' | 'fields'>> {
  title: string;
  about: string;
  fields: Readonly<Record<(keyof O['shared'] | keyof O['fields']) & string, FieldWords>>;
}

/** The rest of its page in the docs: apart, so that the package does without. */
export interface DocumentationWords {
  /** What a repeat under the same key means, and what is done about it. */
  repeat: string;
  /** Each outcome and what it is concluded from. */
  outcomes: readonly (readonly [outcome: string, meaning: string])[];
  undo: string;
  /** A call that its form makes besides, and that none of the documents describes. */
  besides?: { title: string; lines: readonly string[] };
}

/** Labels and hints that a catalogue has already. */
export function wordsFrom<Name extends string>(
  names: readonly Name[],
  labels: Readonly<Record<Name, string>>,
  hints: Readonly<Record<Name, string>>,
): Record<Name, FieldWords> {
  return Object.fromEntries(names.map((name) => [name, { label: labels[name], hint: hints[name] }])) as Record<
    Name,
    FieldWords
  >;
}
