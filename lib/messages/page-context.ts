import * as z from 'zod/mini';

const shortText = z.string().check(z.maxLength(200));
const opportunityId = z.string().check(z.regex(/^\d{1,32}$/));

/** The most rows of a list page that are read. */
export const mostRows = 500;

/** What a CRM page says about its opportunity. It comes from a page: untrusted, bounded, shown as plain text only. */
export const pageContextSchema = z.strictObject({
  opportunityId,
  title: z.optional(shortText),
  customer: z.optional(shortText),
  stage: z.optional(shortText),
  territory: z.optional(shortText),
  /** Personal data: shown masked. */
  phone: z.optional(shortText),
  email: z.optional(shortText),
  owner: z.optional(shortText),
  /** The rule that read it. */
  rule: z.string().check(z.maxLength(64)),
});
export type PageContext = z.infer<typeof pageContextSchema>;

/** What a list page shows: how many rows, and which of the first 500 the person has ticked there. */
export const pageRowsSummarySchema = z.strictObject({
  total: z.int().check(z.gte(0)),
  ticked: z.array(opportunityId).check(z.maxLength(mostRows)),
});

/** What a rule says of an operation on its site. Whoever uses the connection's id checks that there is one. */
export const siteOperationSchema = z.object({
  operation: z.string(),
  connection: z.optional(z.string()),
  /** By the operation's own field names. */
  defaults: z.optional(z.record(z.string(), z.string())),
});

/** Why a tab cannot be read. `asleep`: discarded to save memory; `gone`: closed meanwhile. */
export const tabBarriers = [
  'browser-page',
  'store',
  'file',
  'source',
  'not-a-page',
  'error-page',
  'asleep',
  'gone',
  'policy',
] as const;

/** What a surface knows about a tab. `restricted`: the browser lets nobody in; `no-access`: not granted for this page. */
export const tabContextSchema = z.object({
  state: z.enum(['found', 'none', 'no-access', 'restricted']),
  context: z.optional(pageContextSchema),
  /** The page's origin where it may be known. */
  origin: z.optional(z.string()),
  /** Whether the extension may always read this site. */
  granted: z.boolean(),
  /** For `restricted`, where the reason is known. */
  barrier: z.optional(z.enum(tabBarriers)),
  /** On a list page, whether or not it is about one opportunity besides. */
  rows: z.optional(pageRowsSummarySchema),
  /** The only operations that the page's rule lets apply; absent: all. */
  operations: z.optional(z.array(siteOperationSchema)),
});
export type TabContext = z.infer<typeof tabContextSchema>;
