import * as z from 'zod/mini';
import { idSource, rowIdSource, rowTextSource, siteRuleSchema, textSource } from '@/lib/pages/site-rule';
import { candidateKinds, mostCandidates, pointFields } from './pointed';

/** What a page may answer while somebody points in it. Each way to find something is one that a rule may hold. */
export const pointStateSchema = z.strictObject({
  state: z.enum(['pointing', 'picked', 'skipped', 'ended', 'removed']),
  field: z.enum(pointFields),
  candidates: z
    .array(
      z.strictObject({
        source: z.optional(z.union([idSource, textSource, rowIdSource, rowTextSource])),
        list: z.optional(
          z.strictObject({
            row: siteRuleSchema.shape.opportunity.shape.within,
            id: rowIdSource,
            ticked: siteRuleSchema.shape.opportunity.shape.within,
          }),
        ),
        reads: z.string().check(z.maxLength(200)),
        kind: z.enum(candidateKinds),
      }),
    )
    .check(z.maxLength(mostCandidates)),
});
