import * as z from 'zod/mini';
import { defineContract } from './contract';
import { mostRows, pageContextSchema, siteOperationSchema } from './page-context';

const nothing = z.strictObject({});
const id = z.string().check(z.minLength(1), z.maxLength(64));
/** One rule, or a settings file with nothing but `sites`, as JSON. */
const text = z.string().check(z.maxLength(1_000_000));
const shortText = z.string().check(z.maxLength(200));

export const longestAddress = 4096;

export const pageRowsSchema = z.strictObject({
  /** How many there are; more than are in `rows` where there are more than 500. */
  total: z.int().check(z.gte(0)),
  /** Each id once. A page's words: untrusted, shown as plain text only. */
  rows: z
    .array(
      z.strictObject({
        id: z.string().check(z.regex(/^\d{1,32}$/)),
        title: z.optional(shortText),
        customer: z.optional(shortText),
        /** Personal data: shown masked. */
        phone: z.optional(shortText),
        email: z.optional(shortText),
        isTicked: z.boolean(),
      }),
    )
    .check(z.maxLength(mostRows)),
});

export const ruleTrialSchema = z.strictObject({
  context: z.optional(pageContextSchema),
  rows: z.optional(pageRowsSchema),
  /** The rule's places that read nothing on this page, and why. */
  faults: z
    .array(
      z.strictObject({
        path: z.string().check(z.maxLength(100)),
        reason: z.enum([
          'not-a-selector',
          'reads-nothing',
          'no-row-ids',
          'too-many-rows',
          'does-not-match',
          'too-slow',
        ]),
      }),
    )
    .check(z.maxLength(100)),
});

/** How pages are read, and what a list page shows. */
export const pageRulesContract = defineContract({
  /** The rows of the list in a tab as they are now; none where it shows no list that a rule knows. */
  'tab.rows': {
    /** `origin`: of the page that was shown; the rows of another site are not told. */
    input: z.strictObject({ tabId: z.number(), origin: z.optional(z.string().check(z.maxLength(longestAddress))) }),
    /** With the page that they are from, where that may be known. */
    output: z.extend(pageRowsSchema, {
      origin: z.optional(z.string()),
      address: z.optional(z.string().check(z.maxLength(longestAddress))),
      /** The only operations that the rule of the list lets apply; absent: all. */
      operations: z.optional(z.array(siteOperationSchema)),
    }),
  },

  /** Said just before the browser is asked for the site: its prompt closes a popup, and the worker goes on alone. */
  'site.wish': {
    input: z.strictObject({ origin: z.string().check(z.maxLength(4096)), name: z.string().check(z.maxLength(80)) }),
    output: nothing,
  },
  /** The browser's question was answered with no: what it grants later it grants for something else. */
  'site.unwish': {
    input: z.strictObject({ origin: z.string().check(z.maxLength(4096)), name: z.string().check(z.maxLength(80)) }),
    output: nothing,
  },

  /** A person's own rules first, in the order in which they are tried. `tabId`: only those that are for the page in that tab. */
  'rule.list': {
    input: z.strictObject({ tabId: z.optional(z.number()) }),
    output: z.object({
      rules: z.array(
        z.object({ id: z.string(), name: z.string(), match: z.array(z.string()), isBuiltIn: z.boolean() }),
      ),
    }),
  },
  /** The rule's file, which `rule.save` takes; of a built-in one too, to begin from. */
  'rule.export': { input: z.strictObject({ id }), output: z.object({ file: z.string() }) },
  /**
   * Takes all rules of the text or none. `invalid-input` with the rule and the place in it; `conflict` with reason `rule-exists` where
   * there are rules with these ids and they may not be replaced; `path` has all of them, a space between.
   */
  'rule.save': {
    input: z.strictObject({ text, mayReplace: z.boolean() }),
    output: z.object({ rules: z.array(z.object({ id: z.string(), name: z.string() })) }),
  },
  'rule.delete': { input: z.strictObject({ id }), output: nothing },
  /** What the text's one rule reads from the page in a tab. Nothing is stored. */
  'rule.try': { input: z.strictObject({ tabId: z.number(), text }), output: ruleTrialSchema },
});
