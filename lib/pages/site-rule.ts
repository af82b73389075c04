import * as z from 'zod/mini';
import { isMatchPattern } from './match-pattern';

const word = z.string().check(z.minLength(1), z.maxLength(40));
const words = z.array(word).check(z.minLength(1), z.maxLength(20));
/** `:has()` is refused: the only selector whose cost can grow with the square of the page. */
const selector = z.string().check(
  z.minLength(1),
  z.maxLength(200),
  z.refine((text) => !/:has\s*\(/i.test(text)),
);

/** The id follows one of these path segments, at once or after a word such as `detail`. */
const pathSource = z.strictObject({ from: z.literal('path'), after: words });
/** The same in the fragment (`#/opportunities/1`), for front ends that route there. */
const hashSource = z.strictObject({ from: z.literal('hash'), after: words });
/** A query parameter of the address or of the fragment; case, `_` and `-` do not count. `under`: only on a path with such a segment. */
const querySource = z.strictObject({ from: z.literal('query'), names: words, under: z.optional(words) });
const selectorSource = z.strictObject({ from: z.literal('selector'), selector });
const attributeSource = z.strictObject({ from: z.literal('attribute'), selector, attribute: word });
/** The text beside or after a visible label; case, white space and a colon at the end do not count. */
const labelSource = z.strictObject({ from: z.literal('label'), labels: words });
/** What the person has selected, where the reader was asked by a click. */
const selectionSource = z.strictObject({ from: z.literal('selection') });
/** The page's main heading; without one the heading before the id's label. */
const headingSource = z.strictObject({ from: z.literal('heading') });

const idSource = z.discriminatedUnion('from', [
  pathSource,
  hashSource,
  querySource,
  selectorSource,
  attributeSource,
  labelSource,
  selectionSource,
]);
const textSource = z.discriminatedUnion('from', [selectorSource, attributeSource, labelSource, headingSource]);

const idSources = z.array(idSource).check(z.minLength(1), z.maxLength(10));
const textSources = z.optional(z.array(textSource).check(z.maxLength(10)));

/** How one site's pages are read, as data: the first source that yields something is taken. Nothing in it can run. */
export const siteRuleSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  match: z.array(z.string().check(z.refine(isMatchPattern))).check(z.minLength(1), z.maxLength(50)),
  opportunity: z.strictObject({
    id: idSources,
    title: textSources,
    customer: textSources,
    stage: textSources,
    territory: textSources,
  }),
});

export type SiteRule = z.infer<typeof siteRuleSchema>;
export type IdSource = z.infer<typeof idSource>;
export type TextSource = z.infer<typeof textSource>;
