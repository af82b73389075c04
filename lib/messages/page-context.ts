import * as z from 'zod/mini';

const shortText = z.string().check(z.maxLength(200));

/** What a CRM page says about its opportunity. It comes from a page: untrusted, bounded, shown as plain text only. */
export const pageContextSchema = z.strictObject({
  opportunityId: z.string().check(z.regex(/^\d{1,32}$/)),
  title: z.optional(shortText),
  customer: z.optional(shortText),
  stage: z.optional(shortText),
  territory: z.optional(shortText),
  /** The rule that read it. */
  rule: z.string().check(z.maxLength(64)),
});
export type PageContext = z.infer<typeof pageContextSchema>;

/** What a surface knows about a tab. `restricted`: the browser lets nobody in; `no-access`: not granted for this page. */
export const tabContextSchema = z.object({
  state: z.enum(['found', 'none', 'no-access', 'restricted']),
  context: z.optional(pageContextSchema),
  /** The page's origin where it may be known. */
  origin: z.optional(z.string()),
  /** Whether the extension may always read this site. */
  granted: z.boolean(),
});
export type TabContext = z.infer<typeof tabContextSchema>;
