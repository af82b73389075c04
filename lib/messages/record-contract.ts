import * as z from 'zod/mini';
import { errorDataSchema } from './app-state';
import { defineContract } from './contract';
import { maybeText, recordId, text } from './crm-records';

const connectionId = z.string().check(z.minLength(1), z.maxLength(128));
const asked = z.strictObject({ connectionId, opportunityId: recordId });
const fact = z.optional(z.object({ text, isMasked: z.boolean() }));

/** A record as a panel shows it: see `RecordOverview`. */
const overviewSchema = z.object({
  id: recordId,
  title: fact,
  customer: fact,
  customerId: maybeText,
  stage: fact,
  stageValue: maybeText,
  amount: fact,
  signDate: fact,
  owner: fact,
  unfollowed: maybeText,
  flowAt: maybeText,
  updatedAt: maybeText,
  signPossibility: maybeText,
  approval: z.optional(z.object({ label: text, isPending: z.boolean() })),
  isEditable: z.optional(z.boolean()),
});

export const othersSchema = z.object({
  list: z.array(z.object({ id: text, title: text, stageLabel: text, amount: text })),
  /** The customer has more than were asked for. */
  hasMore: z.boolean(),
});

export const recordReadingSchema = z.object({
  record: overviewSchema,
  /** Absent where the company's stages could not be read. */
  stages: z.optional(z.array(z.object({ value: text, label: text }))),
  /** The customer's other opportunities; absent where they could not be read. */
  others: z.optional(othersSchema),
  readAt: z.number(),
  /** Why a part is absent. */
  error: z.optional(errorDataSchema),
});
export type RecordReading = z.infer<typeof recordReadingSchema>;

/** What a panel shows of an opportunity in a REST CRM. These calls only read. */
export const recordContract = defineContract({
  /** What was read before, however old, without asking anybody. */
  'record.kept': { input: asked, output: z.object({ reading: z.optional(recordReadingSchema) }) },
  /** Asks the CRM: the record anew, the stages and the customer's others where what is kept of them is too old. */
  'record.read': { input: asked, output: z.object({ reading: recordReadingSchema }) },
  /** The address of the opportunity's page in its CRM; `tabId` is the page that it was seen on. */
  'record.link': {
    input: z.strictObject({
      opportunityId: z.string().check(z.regex(/^\d{1,32}$/)),
      tabId: z.optional(z.number()),
    }),
    output: z.object({ link: maybeText }),
  },
});
