import * as z from 'zod/mini';
import { errorDataSchema } from './app-state';
import { defineContract } from './contract';

const time = z.number();
const text = z.optional(z.string());
const flag = z.optional(z.boolean());
const version = z.int().check(z.gte(0));

const accountSchema = z.object({
  accountId: z.string(),
  accountType: text,
  nickName: text,
  inChargeAreaCount: z.optional(z.number()),
  accountEnable: flag,
  chargeAutoDistribute: flag,
});
export type ImAccount = z.infer<typeof accountSchema>;

const value = z.union([z.string(), z.number(), z.boolean()]);
/** `stillAt`: the last time it was told, where that is not the entry's. */
const changedValue = { from: value, to: value, stillAt: z.optional(time) };

/** One difference of two versions. */
const changeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('setting'),
    name: z.enum(['assignRuleType', 'customerFirst', 'adminAutoDistribute']),
    ...changedValue,
  }),
  z.object({ kind: z.literal('added'), account: accountSchema }),
  z.object({ kind: z.literal('removed'), account: accountSchema }),
  z.object({
    kind: z.literal('account'),
    accountId: z.string(),
    nickName: text,
    name: z.enum(['accountType', 'nickName', 'inChargeAreaCount', 'accountEnable', 'chargeAutoDistribute']),
    ...changedValue,
  }),
]);
export type ImChange = z.infer<typeof changeSchema>;

const healthCheckSchema = z.object({
  question: z.enum([
    'rotation-off',
    'nobody-in-rotation',
    'disabled-in-rotation',
    'disabled-with-areas',
    'without-areas',
    'customer-first-off',
  ]),
  state: z.enum(['ok', 'warn', 'bad', 'unknown']),
  accountIds: z.array(z.string()),
});
export type ImHealthCheck = z.infer<typeof healthCheckSchema>;

const viewSchema = z.object({
  settings: z.object({
    assignRuleType: text,
    customerFirst: flag,
    adminAutoDistribute: flag,
    accounts: z.array(accountSchema),
    /** Who they are was never told, which is not the same as nobody. */
    accountsTold: z.optional(z.literal(false)),
  }),
  /** Findings first. */
  health: z.array(healthCheckSchema),
  checkedAt: time,
  firstAt: time,
  /** How many changes were found since then. */
  version,
});
export type ImView = z.infer<typeof viewSchema>;

const historyEntrySchema = z.object({
  /** The version that began with it. */
  version,
  foundAt: time,
  /** The last time it was still otherwise. */
  stillAt: time,
  changes: z.array(changeSchema),
});
export type ImHistoryEntry = z.infer<typeof historyEntrySchema>;

const connectionId = z.string().check(z.minLength(1), z.maxLength(128));
const accountId = z.string().check(z.regex(/^[1-9]\d{0,18}$/));
const subject = { connectionId, accountId };

/** What may be asked about reception settings. All but `im.refresh` is read from what is kept here, locked or not. */
export const imContract = defineContract({
  /** The accounts that were asked for before, the newest answer first. */
  'im.accounts': {
    input: z.strictObject({}),
    output: z.object({
      accounts: z.array(z.object({ connectionId: z.string(), accountId: z.string(), checkedAt: time })),
    }),
  },
  /** What is kept of an account; no `view` where it was never asked. */
  'im.read': { input: z.strictObject(subject), output: z.object({ view: z.optional(viewSchema) }) },
  /**
   * Asks the platform, where what is kept is older than the settings allow, or `force` says so. `error` is why what is
   * kept could not be renewed; without anything kept it is thrown.
   */
  'im.refresh': {
    input: z.strictObject({ ...subject, force: z.boolean() }),
    output: z.object({ view: viewSchema, asked: z.boolean(), error: z.optional(errorDataSchema) }),
  },
  'im.history': {
    input: z.strictObject({ ...subject, before: z.optional(version) }),
    output: z.object({ entries: z.array(historyEntrySchema), more: z.boolean() }),
  },
  /** Version 0 is what was found first. */
  'im.compare': {
    input: z.strictObject({ ...subject, from: version, to: version }),
    output: z.object({ changes: z.array(changeSchema) }),
  },
  /** Forgets what is kept of an account, its history too. */
  'im.forget': { input: z.strictObject(subject), output: z.object({}) },
});
