import { pathFor } from './match-pattern';
import type { SiteRule } from './site-rule';

/**
 * A rule as a page's reader is told it: of the match patterns, the paths of those that name the page's origin. Connections and
 * defaults are no page's business.
 */
export interface ToldRule extends Pick<SiteRule, 'id' | 'opportunity' | 'list'> {
  paths: string[];
}

/** The rules that may match pages of an address' origin, as they are told to a reader there. */
export function toldRules(rules: readonly SiteRule[], url: string | undefined): ToldRule[] {
  if (url === undefined || !URL.canParse(url)) return [];
  const address = new URL(url);
  return rules.flatMap(({ id, match, opportunity, list }) => {
    const paths = match.flatMap((pattern) => pathFor(pattern, address) ?? []);
    return paths.length > 0 ? [{ id, paths, opportunity, ...(list && { list }) }] : [];
  });
}
