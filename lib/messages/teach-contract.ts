import * as z from 'zod/mini';
import { defineContract } from './contract';

const nothing = z.strictObject({});
const tabId = z.number();
const selector = z.string().check(z.minLength(1), z.maxLength(300));
const field = z.enum([
  'id',
  'title',
  'customer',
  'stage',
  'territory',
  'phone',
  'email',
  'owner',
  'row',
  'row.title',
  'row.customer',
  'row.phone',
  'row.email',
]);
const said = z.string().check(z.maxLength(200));

/** One way to find again what was pointed at. A page's word: it is held to the rules' schema when it is tried or saved. */
const candidate = z.object({
  source: z.optional(z.record(z.string(), z.unknown())),
  list: z.optional(z.record(z.string(), z.unknown())),
  /** What it reads on the page; of rows how many. Untrusted, shown as plain text only. */
  reads: z.string().check(z.maxLength(200)),
  kind: z.enum(['id', 'data', 'aria', 'tag', 'class', 'place', 'address', 'label', 'heading', 'beside']),
});

/** Teaching a page by pointing. Whatever the page answers passes the worker, which is asked; the page sends nothing but that there is news. */
export const teachContract = defineContract({
  /** Asks the window's side panel to come to where pages are taught. */
  'teach.open': { input: z.strictObject({ windowId: z.number() }), output: nothing },
  /**
   * Lets the person point at a field in the tab's page. `row`: the rows, for what stands in one of them. `not-allowed` with reason
   * `page-not-read` where nobody may look into the page.
   */
  'teach.point': {
    input: z.strictObject({
      tabId,
      field,
      row: z.optional(selector),
      /** What is said there meanwhile, in the person's language. */
      words: z.strictObject({
        language: z.enum(['zh-CN', 'en']),
        ask: said,
        hint: said,
        nothing: said,
        skip: z.optional(said),
        stop: said,
      }),
    }),
    output: nothing,
  },
  /** What became of it so far; `gone`: the page is no longer there. */
  'teach.read': {
    input: z.strictObject({ tabId }),
    output: z.object({
      state: z.enum(['pointing', 'picked', 'skipped', 'ended', 'removed', 'gone']),
      field: z.optional(field),
      candidates: z.array(candidate).check(z.maxLength(8)),
    }),
  },
  /** Takes away what lies over the page. */
  'teach.end': { input: z.strictObject({ tabId }), output: nothing },
});
