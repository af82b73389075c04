import * as z from 'zod/mini';
import { isMatchPattern, plainPattern } from './match-pattern';
import { isSelectorPath } from './selector-path';
import { isTextPattern } from './text-pattern';

const word = z.string().check(z.minLength(1), z.maxLength(40));
const words = z.array(word).check(z.minLength(1), z.maxLength(20));
const selector = z.string().check(z.minLength(1), z.maxLength(300), z.refine(isSelectorPath));
const idPattern = z.string().check(z.refine((text) => isTextPattern(text, 'id')));
const textPattern = z.string().check(z.refine((text) => isTextPattern(text, 'text')));
const maybeIdPattern = z.optional(idPattern);
const maybeTextPattern = z.optional(textPattern);

/** The id follows one of these path segments, at once or after a word such as `detail`. */
const pathSource = z.strictObject({ from: z.literal('path'), after: words, pattern: maybeIdPattern });
/** The same in the fragment (`#/opportunities/1`), for front ends that route there. */
const hashSource = z.strictObject({ from: z.literal('hash'), after: words, pattern: maybeIdPattern });
/** A query parameter of the address or of the fragment; case, `_` and `-` do not count. `under`: only on a path with such a segment. */
const querySource = z.strictObject({
  from: z.literal('query'),
  names: words,
  under: z.optional(words),
  pattern: maybeIdPattern,
});
/** Anywhere in the whole address. */
const addressSource = z.strictObject({ from: z.literal('address'), pattern: idPattern });
/** What the person has selected, where the reader was asked by a click. */
const selectionSource = z.strictObject({ from: z.literal('selection') });
/** The page's main heading; without one the heading before the id's label. */
const headingSource = z.strictObject({ from: z.literal('heading'), pattern: maybeTextPattern });

/** From the document, an id or a text by its pattern. Without one an id is the only number there, a text the whole. */
function selectorSource<Pattern extends z.ZodMiniType>(pattern: Pattern) {
  return z.strictObject({ from: z.literal('selector'), selector, pattern });
}
/** Without a selector the attribute of the row itself, or of the dialog that holds the record. */
function attributeSource<Pattern extends z.ZodMiniType>(pattern: Pattern) {
  return z.strictObject({ from: z.literal('attribute'), selector: z.optional(selector), attribute: word, pattern });
}
/** The text beside or after a visible label; case, white space and a colon at the end do not count. */
function labelSource<Pattern extends z.ZodMiniType>(pattern: Pattern) {
  return z.strictObject({ from: z.literal('label'), labels: words, pattern });
}

export const idSource = z.discriminatedUnion('from', [
  pathSource,
  hashSource,
  querySource,
  addressSource,
  selectorSource(maybeIdPattern),
  attributeSource(maybeIdPattern),
  labelSource(maybeIdPattern),
  selectionSource,
]);
export const textSource = z.discriminatedUnion('from', [
  selectorSource(maybeTextPattern),
  attributeSource(maybeTextPattern),
  labelSource(maybeTextPattern),
  headingSource,
]);
export const rowIdSource = z.discriminatedUnion('from', [
  selectorSource(maybeIdPattern),
  attributeSource(maybeIdPattern),
]);
export const rowTextSource = z.discriminatedUnion('from', [
  selectorSource(maybeTextPattern),
  attributeSource(maybeTextPattern),
]);

function some<Source extends z.ZodMiniType>(source: Source) {
  return z.array(source).check(z.minLength(1), z.maxLength(10));
}
const texts = z.optional(some(textSource));
const rowTexts = z.optional(some(rowTextSource));

/** What applies on this site. A rule with operations lets no others apply. */
const operation = z.strictObject({
  operation: z.string().check(z.regex(/^[a-z][a-z-]{0,63}$/)),
  /** The id of a connection in the settings. */
  connection: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** What its form begins with, by the document's field names. */
  defaults: z.optional(
    z.record(z.string().check(z.regex(/^[a-z][a-z0-9_]{0,63}$/)), z.string().check(z.maxLength(1000))),
  ),
});

/** A name that turns itself or its neighbours round could pass for another. */
const shownAsWritten = z.overwrite<string>((name) => name.replace(/[\p{Cc}\p{Bidi_Control}]/gu, ''));

/** How one site's pages are read, as data: the first source that yields something is taken. Nothing in it can run. */
export const siteRuleSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  name: z.string().check(shownAsWritten, z.minLength(1), z.maxLength(80)),
  match: z
    .array(z.string().check(z.overwrite(plainPattern), z.refine(isMatchPattern)))
    .check(z.minLength(1), z.maxLength(50)),
  opportunity: z.strictObject({
    /** The dialog, component or frame that holds the record; the rest is looked for in it, and a frame's address counts too. */
    within: z.optional(selector),
    id: some(idSource),
    title: texts,
    customer: texts,
    stage: texts,
    territory: texts,
    phone: texts,
    email: texts,
    owner: texts,
  }),
  list: z.optional(
    z.strictObject({
      within: z.optional(selector),
      row: selector,
      id: some(rowIdSource),
      title: rowTexts,
      customer: rowTexts,
      phone: rowTexts,
      email: rowTexts,
      /** In a ticked row, or the row itself: a checkbox, which counts when it is checked, or what only ticked rows have. */
      ticked: z.optional(selector),
    }),
  ),
  operations: z.optional(z.array(operation).check(z.maxLength(20))),
  /** The path of an opportunity's page on the site, e.g. `/opportunities/{id}`; what it leads to has to match the rule. */
  link: z.optional(z.string().check(z.maxLength(300), z.regex(/^\/(?![/\\])[^\s{}\\]*\{id\}[^\s{}\\]*$/))),
});

export type SiteRule = z.infer<typeof siteRuleSchema>;
export type IdSource = z.infer<typeof idSource>;
export type TextSource = z.infer<typeof textSource>;
export type RowSource = z.infer<typeof rowIdSource> | z.infer<typeof rowTextSource>;
export type ListRule = NonNullable<SiteRule['list']>;
