import * as z from 'zod/mini';
import { defaultsSchema, operatorSchema, paceSchema, preferencesSchema } from '@/lib/messages/app-state';
import { siteRuleSchema } from '@/lib/pages/site-rule';
import { topSignMethods } from '@/lib/platforms/top/sign';

/** What an administrator decides. Empty lists, 0 and false decide nothing. */
export const policySchema = z.object({
  allowedEndpoints: z.array(z.string()),
  maxBatchRows: z.number(),
  disabledOperations: z.array(z.string()),
  /** 0: no limit. */
  maxAutoLockMinutes: z.number(),
  requireDryRun: z.boolean(),
});

const topSchema = z.object({
  id: z.string(),
  platform: z.literal('top'),
  name: z.string(),
  endpoint: z.string(),
  appKey: z.string(),
  signMethod: z.enum(topSignMethods),
  pace: z.optional(paceSchema),
});

const ikcrmSchema = z.object({
  id: z.string(),
  platform: z.literal('ikcrm'),
  name: z.string(),
  baseUrl: z.string(),
  pace: z.optional(paceSchema),
});

const connectionSchema = z.discriminatedUnion('platform', [topSchema, ikcrmSchema]);

/** The settings as stored: everything but secrets, for which there is no place in it. */
export const settingsSchema = z.object({
  connections: z.array(connectionSchema),
  operator: operatorSchema,
  defaults: defaultsSchema,
  sites: z.array(siteRuleSchema),
  preferences: preferencesSchema,
  policy: policySchema,
});
export type Settings = z.infer<typeof settingsSchema>;

/** What a new user has. The interface's language is the browser's, which only the caller knows. */
export function defaultSettings(language: Settings['preferences']['language']): Settings {
  return {
    connections: [],
    operator: { id: '', name: '' },
    defaults: {
      territoryCode: '',
      imAccountId: '',
      releaseReasons: ['老板不接受', '已用竞品', '联系不上', '门店关闭', '重复商机'],
    },
    sites: [],
    preferences: {
      language,
      theme: 'system',
      holdBackSeconds: 5,
      autoLockMinutes: 30,
      imCacheMinutes: 10,
      imCheckMinutes: 0,
      keepJobsDays: 180,
      adviceUnfollowedDays: 30,
      adviceSignDateDays: 1,
      adviceEarlierJobDays: 90,
      adviceApproval: true,
      adviceSameCustomer: true,
    },
    policy: {
      allowedEndpoints: [],
      maxBatchRows: 0,
      disabledOperations: [],
      maxAutoLockMinutes: 0,
      requireDryRun: false,
    },
  };
}

/** Minutes until the vault locks itself, as far as the policy lets the person choose; 0 = never by itself. */
export function autoLockMinutes({ preferences, policy }: Pick<Settings, 'preferences' | 'policy'>): number {
  const [chosen, limit] = [preferences.autoLockMinutes, policy.maxAutoLockMinutes];
  if (limit === 0) return chosen;
  return chosen === 0 ? limit : Math.min(chosen, limit);
}
