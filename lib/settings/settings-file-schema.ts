import * as z from 'zod/mini';
import { languages, paceSchema, preferencesSchema, rowsPerRequestSchema } from '@/lib/messages/app-state';
import { themes } from '@/lib/messages/themes';
import { siteRuleSchema } from '@/lib/pages/site-rule';
import { topSignMethods } from '@/lib/platforms/top/sign';

const text = (maximum: number) => z.string().check(z.maxLength(maximum));
const list = <T extends z.ZodMiniType>(item: T, maximum: number) => z.array(item).check(z.maxLength(maximum));
const secret = z.string().check(z.minLength(1), z.maxLength(1024));

const pace = z.strictObject(paceSchema.shape);

const topSchema = z.strictObject({
  id: text(200),
  platform: z.literal('top'),
  name: z.optional(text(200)),
  endpoint: text(2000),
  appKey: text(200),
  signMethod: z.optional(z.enum(topSignMethods)),
  pace: z.optional(pace),
  appSecret: z.optional(secret),
  session: z.optional(secret),
});

const ikcrmSchema = z.strictObject({
  id: text(200),
  platform: z.literal('ikcrm'),
  name: z.optional(text(200)),
  baseUrl: text(2000),
  pace: z.optional(pace),
  token: z.optional(secret),
});

/** A connection's shape; what its members may mean is `validateConnection`'s matter. */
const connectionSchema = z.discriminatedUnion('platform', [topSchema, ikcrmSchema]);

/** The settings file, version 1. Every key is optional; none beside these is taken. */
export const settingsFileSchema = z.strictObject({
  version: z.optional(z.literal(1)),
  connections: z.optional(list(connectionSchema, 100)),
  operator: z.optional(z.strictObject({ id: z.optional(text(64)), name: z.optional(text(64)) })),
  defaults: z.optional(
    z.strictObject({
      territoryCode: z.optional(text(128)),
      imAccountId: z.optional(z.string().check(z.regex(/^\d{0,32}$/))),
      releaseReasons: z.optional(list(z.string().check(z.minLength(1), z.maxLength(200)), 50)),
      rowsPerRequest: z.optional(rowsPerRequestSchema),
    }),
  ),
  sites: z.optional(list(siteRuleSchema, 100)),
  preferences: z.optional(
    z.strictObject({
      language: z.optional(z.enum(languages)),
      theme: z.optional(z.enum(themes)),
      holdBackSeconds: z.optional(preferencesSchema.shape.holdBackSeconds),
      autoLockMinutes: z.optional(preferencesSchema.shape.autoLockMinutes),
      imCacheMinutes: z.optional(preferencesSchema.shape.imCacheMinutes),
      imCheckMinutes: z.optional(preferencesSchema.shape.imCheckMinutes),
      keepJobsDays: z.optional(preferencesSchema.shape.keepJobsDays),
      adviceUnfollowedDays: z.optional(preferencesSchema.shape.adviceUnfollowedDays),
      adviceSignDateDays: z.optional(preferencesSchema.shape.adviceSignDateDays),
      adviceEarlierJobDays: z.optional(preferencesSchema.shape.adviceEarlierJobDays),
      adviceApproval: z.optional(z.boolean()),
      adviceSameCustomer: z.optional(z.boolean()),
    }),
  ),
  policy: z.optional(
    z.strictObject({
      allowedEndpoints: z.optional(list(z.url().check(z.maxLength(500)), 100)),
      maxBatchRows: z.optional(z.int().check(z.gte(0))),
      disabledOperations: z.optional(list(text(64), 100)),
      maxAutoLockMinutes: z.optional(z.int().check(z.gte(0), z.lte(1440))),
      requireDryRun: z.optional(z.boolean()),
    }),
  ),
});

export type SettingsFile = z.infer<typeof settingsFileSchema>;
export type FileConnection = NonNullable<SettingsFile['connections']>[number];
