import { builtInRules } from '@/lib/pages/built-in-rules';
import type { SiteRule } from '@/lib/pages/site-rule';
import type { Settings } from '@/lib/settings/settings';

/** The rules by which pages are read: a person's own, then the built-in ones. One's own with a built-in rule's id stands in for it. */
export async function listRules(settings: () => Promise<Settings>): Promise<SiteRule[]> {
  const { sites } = await settings();
  return [...sites, ...builtInRules.filter(({ id }) => !sites.some((own) => own.id === id))];
}
