import type { SiteRule } from './site-rule';

/** What can be begun from a page or its list. This layer may not see the operations: a test holds the two together. */
const siteOperations = ['release-opportunity', 'update-opportunity', 'submit-outreach', 'sell-cards'];

/** Something that shows: `\p{DI}` are the fillers and joiners, U+2800 is a Braille pattern without dots. */
const visible = /(?![\p{DI}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * The first place of a rule that is well formed and can mean nothing. Asked where rules come in: what is stored stays, whichever version
 * took it. A connection's id may be that of another person's settings, from whom the file came.
 */
export function findSenseless({ name, operations = [] }: SiteRule): { path: string; reason: string } | undefined {
  if (!visible.test(name)) return { path: 'name', reason: 'required' };
  const ids = operations.map(({ operation }) => operation);
  const unknown = ids.findIndex((id) => !siteOperations.includes(id));
  if (unknown !== -1) return { path: `operations[${unknown}].operation`, reason: 'bad-value' };
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  return repeated === -1 ? undefined : { path: `operations[${repeated}].operation`, reason: 'duplicate-id' };
}
