import type { PageContext } from './page-context';
import type { PageReading } from './read-page';
import { recordTextNames } from './record-texts';
import type { LookReason } from './watch-page';

/** How long after a change of id the page may still show the record before. */
export const catchingUpMs = 3_000;
/** How long after a navigation a view that did not change at all is taken for the one before. */
export const unchangedViewMs = 1_000;

export interface FreshTexts {
  /**
   * The reading as it may be told; `isCatchingUp` when something was withheld and it should be read again. `asked`: somebody wants to
   * know, whatever the page is doing.
   */
  tell(
    reading: PageReading | undefined,
    reason: LookReason | 'asked',
  ): { context: PageContext | undefined; isCatchingUp: boolean };
}

/**
 * Client-side navigation changes the address first and the view later, often piece by piece. While a new id stands over a view that
 * has not changed since, or over the title (or, without one, the customer) of the record before, no text is told, rather than one
 * record's name with another's id; and an id that only the view names is not told until the view has changed. Any other text that is
 * the same as before is told once the page has been quiet for a while: it may only not have been replaced yet.
 */
export function createFreshTexts(now: () => number): FreshTexts {
  let current: { context: PageContext; since: number; isViewOld: boolean } | undefined;
  let before: PageContext | undefined;
  let viewOldSince: number | undefined;
  let isQuiet = true;

  function leaveCurrent(): void {
    if (current && nameOf(current.context) !== undefined) before = current.context;
    current = undefined;
  }

  function viewIsOld(reason: LookReason | 'asked'): boolean {
    if (reason === 'navigation') viewOldSince = now();
    if (reason === 'mutation') viewOldSince = undefined;
    if (reason !== 'asked') isQuiet = reason !== 'mutation';
    return viewOldSince !== undefined && now() - viewOldSince < unchangedViewMs;
  }

  /** Somebody may ask between a change of address and the event that tells of it. */
  function reasonOf(asked: LookReason | 'asked', id: string | undefined): LookReason | 'asked' {
    return asked === 'asked' && current && id !== current.context.opportunityId ? 'navigation' : asked;
  }

  /** Without what may be a leftover of the record before. */
  function withoutLeftovers(read: PageContext, last: PageContext): { context: PageContext; isCatchingUp: boolean } {
    const context = { ...read };
    let isCatchingUp = false;
    for (const name of recordTextNames) {
      if (read[name] === undefined || read[name] !== last[name]) continue;
      delete context[name];
      isCatchingUp = true;
    }
    return { context, isCatchingUp };
  }

  /** The record before, as long as the view may still show some of it. */
  function lastBefore({ opportunityId }: PageContext, since: number): PageContext | undefined {
    return now() - since < catchingUpMs && before?.opportunityId !== opportunityId ? before : undefined;
  }

  return {
    tell(reading, asked) {
      const read = reading?.context;
      const reason = reasonOf(asked, read?.opportunityId);
      const isViewOld = viewIsOld(reason);
      if (isViewOld && reading?.isIdInAddress === false) return { context: undefined, isCatchingUp: true };
      if (read?.opportunityId !== current?.context.opportunityId) leaveCurrent();
      if (!read) return { context: undefined, isCatchingUp: false };
      const bare = { opportunityId: read.opportunityId, rule: read.rule };
      current ??= { context: bare, since: now(), isViewOld: reason === 'navigation' };
      if (reason === 'mutation') current.isViewOld = false;
      const last = lastBefore(read, current.since);
      const name = nameOf(read);
      const isOfBefore = last !== undefined && name !== undefined && nameOf(last) === name;
      if ((current.isViewOld && isViewOld) || isOfBefore) return { context: bare, isCatchingUp: true };
      if (name !== undefined) current.context = read;
      return last && !isQuiet ? withoutLeftovers(read, last) : { context: read, isCatchingUp: false };
    },
  };
}

function nameOf({ title, customer }: PageContext): string | undefined {
  return title ?? customer;
}
