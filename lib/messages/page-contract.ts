import * as z from 'zod/mini';
import { defineContract } from './contract';
import { pageContextSchema, pageRowsSummarySchema } from './page-context';

/** What the reader in a CRM page may say, and all it may say. Nothing here can make the worker send anything. */
export const pageContract = defineContract({
  'page.report': {
    input: z.strictObject({ context: z.optional(pageContextSchema), rows: z.optional(pageRowsSummarySchema) }),
    output: z.strictObject({}),
  },
  /** Somebody has pointed in the page: the panel hears it too and asks for it. */
  'page.pointed': { input: z.strictObject({}), output: z.strictObject({}) },
  /** How the pages of its own site are read; which site that is, the browser says. Neither connections nor defaults. */
  'page.rules': {
    input: z.strictObject({}),
    output: z.strictObject({ rules: z.array(z.unknown()) }),
  },
});
