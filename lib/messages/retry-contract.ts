import * as z from 'zod/mini';
import { sourceSchema } from './app-state';
import { defineContract } from './contract';

/** Another try of what failed: its rows go from the job into the form's draft and never through a page. */
export const retryContract = defineContract({
  /**
   * Writes the failed rows of a job, whole, into the draft of its form, as a new intention. Throws `conflict` with
   * reason `draft-kept` where the form holds something else, unless it is to be replaced.
   */
  'retry.prepare': {
    input: z.strictObject({
      jobId: z.string().check(z.minLength(1), z.maxLength(128)),
      source: sourceSchema,
      replace: z.boolean(),
    }),
    output: z.object({ scope: z.string() }),
  },
});
