import type { PageContext } from './page-context';
import type { LookReason } from './watch-page';

/** How long after a change of id the page may still show the record before. */
export const catchingUpMs = 3_000;
/** How long after a navigation a view that did not change at all is taken for the one before. */
export const unchangedViewMs = 1_000;

export interface FreshTexts {
  /**
   * The reading as it may be told; `isCatchingUp` when something was withheld and it should be read again. `idInAddress`: what the
   * address alone says.
   */
  tell(
    read: PageContext | undefined,
    reason: LookReason,
    idInAddress: string | undefined,
  ): { context: PageContext | undefined; isCatchingUp: boolean };
}

/**
 * Client-side navigation changes the address first and the view later. While a new id stands over a view that has not changed since,
 * or over the title (or, without one, the customer) of the record before, no text is told, rather than one record's name with
 * another's id; and an id that only the view names is not told until the view has changed.
 */
export function createFreshTexts(now: () => number): FreshTexts {
  let current: { id: string; name?: string | undefined; since: number; isViewOld: boolean } | undefined;
  let before: { id: string; name: string } | undefined;
  let viewOldSince: number | undefined;

  function leaveCurrent(): void {
    if (current?.name !== undefined) before = { id: current.id, name: current.name };
    current = undefined;
  }

  function viewIsOld(reason: LookReason): boolean {
    if (reason === 'navigation') viewOldSince = now();
    if (reason === 'mutation') viewOldSince = undefined;
    return viewOldSince !== undefined && now() - viewOldSince < unchangedViewMs;
  }

  return {
    tell(read, reason, idInAddress) {
      const isViewOld = viewIsOld(reason);
      if (read && isViewOld && read.opportunityId !== idInAddress) return { context: undefined, isCatchingUp: true };
      if (read?.opportunityId !== current?.id) leaveCurrent();
      if (!read) return { context: undefined, isCatchingUp: false };
      current ??= { id: read.opportunityId, since: now(), isViewOld: reason === 'navigation' };
      if (reason === 'mutation') current.isViewOld = false;
      const name = read.title ?? read.customer;
      const isOfBefore = name !== undefined && before?.name === name && before.id !== read.opportunityId;
      if ((current.isViewOld && isViewOld) || (isOfBefore && now() - current.since < catchingUpMs)) {
        return { context: { opportunityId: read.opportunityId, rule: read.rule }, isCatchingUp: true };
      }
      current.name = name ?? current.name;
      return { context: read, isCatchingUp: false };
    },
  };
}
