import { AppError, isErrorData } from '@/lib/errors/app-error';
import { ruleTrialSchema } from '@/lib/messages/page-rules-contract';
import { matchesPattern } from '@/lib/pages/match-pattern';
import type { PageReader } from '@/lib/pages/readers';
import type { SiteRule } from '@/lib/pages/site-rule';
import { mergeById } from '@/lib/settings/import-settings';
import { checkSettingsFile, parseJson } from '@/lib/settings/parse-settings-file';
import type { SettingsStore } from '@/lib/settings/settings-store';
import type { HandlersOf } from './handlers';

export interface RuleHandlerParts {
  store: SettingsStore;
  rules(): Promise<SiteRule[]>;
  reader: Pick<PageReader, 'addressOf' | 'tryRule'>;
  changed(): void;
}

/** The rules by which pages are read, as a person keeps them. */
export function createRuleHandlers({ store, rules, reader, changed }: RuleHandlerParts): HandlersOf<'rule'> {
  return {
    async 'rule.list'({ tabId }) {
      const own = new Set((await store.read()).sites.map(({ id }) => id));
      const all = tabId === undefined ? await rules() : rulesFor(await reader.addressOf(tabId), await rules());
      return { rules: all.map(({ id, name, match }) => ({ id, name, match, isBuiltIn: !own.has(id) })) };
    },
    async 'rule.export'({ id }) {
      const rule = (await rules()).find((one) => one.id === id);
      if (!rule) throw new AppError('not-found', { reason: 'no-such-rule' });
      return { file: `${JSON.stringify({ version: 1, sites: [rule] }, null, 2)}\n` };
    },
    async 'rule.save'({ text, mayReplace }) {
      const given = readRules(text);
      await store.update((current) => {
        const known = given.filter(({ id }) => current.sites.some((own) => own.id === id)).map(({ id }) => id);
        if (known.length > 0 && !mayReplace)
          throw new AppError('conflict', { reason: 'rule-exists', path: known.join(' ') });
        return { ...current, sites: mergeById(current.sites, given) };
      });
      changed();
      return { rules: given.map(({ id, name }) => ({ id, name })) };
    },
    async 'rule.delete'({ id }) {
      await store.update((current) => ({ ...current, sites: current.sites.filter((own) => own.id !== id) }));
      changed();
      return {};
    },
    async 'rule.try'({ tabId, text }) {
      const [rule, second] = readRules(text);
      if (!rule || second) throw new AppError('invalid-input', { reason: 'one-rule-only' });
      const answer = ruleTrialSchema.safeParse(await reader.tryRule(tabId, rule));
      if (!answer.success) throw new AppError('not-found', { reason: 'page-not-read' });
      return answer.data;
    },
  };
}

function rulesFor(address: string | undefined, rules: readonly SiteRule[]): SiteRule[] {
  if (address === undefined || !URL.canParse(address)) return [];
  const url = new URL(address);
  return rules.filter(({ match }) => match.some((pattern) => matchesPattern(pattern, url)));
}

/**
 * The rules in a text: of one site, or of a settings file with nothing but sites. Throws `invalid-input` as settings files do, with
 * the rule's id before the place in it.
 */
function readRules(text: string): SiteRule[] {
  const value = parseJson(text);
  const isOne = typeof value === 'object' && value !== null && !('sites' in value);
  const file = isOne ? { sites: [value] } : value;
  try {
    const { sites = [], ...others } = checkSettingsFile(file);
    const surplus = Object.keys(others).find((key) => key !== 'version');
    if (surplus !== undefined) throw new AppError('invalid-input', { reason: 'more-than-sites', path: surplus });
    return sites;
  } catch (thrown) {
    if (!isErrorData(thrown) || thrown.detail.path === undefined) throw thrown;
    throw new AppError(thrown.code, { ...thrown.detail, path: nameRule(thrown.detail.path, file) });
  }
}

/** `sites[0].list.row` → `partner-crm: list.row`, where the rule has an id to be named by. */
function nameRule(path: string, file: unknown): string {
  const [, index, place] = /^sites\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const { sites } = Object(file) as { sites?: unknown };
  const rule: unknown = index !== undefined && Array.isArray(sites) ? sites[Number(index)] : undefined;
  const { id } = Object(rule) as { id?: unknown };
  return typeof id === 'string' && place !== undefined ? `${id.slice(0, 64)}: ${place}` : path;
}
