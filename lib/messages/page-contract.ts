import * as z from 'zod/mini';
import { defineContract } from './contract';
import { pageContextSchema } from './page-context';

/** What the reader in a CRM page may say, and all it may say. Nothing here can make the worker send anything. */
export const pageContract = defineContract({
  'page.report': {
    input: z.strictObject({ context: z.optional(pageContextSchema) }),
    output: z.strictObject({}),
  },
});
