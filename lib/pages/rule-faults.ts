/** What a rule's place did when it was tried on a page. */
export interface RuleFault {
  /** `opportunity.title[0]`, `list.row`. */
  path: string;
  /**
   * `not-a-selector`: this browser does not know it. `reads-nothing`: it is not on this page, or says nothing. `no-row-ids`: there are
   * rows, and none names an id. `too-many-rows`: more than are read. `does-not-match`: the rule is not for this page's address. `too-slow`:
   * what a page that stays so is not read by any more.
   */
  reason: (typeof faultReasons)[number];
}

export const faultReasons = [
  'not-a-selector',
  'reads-nothing',
  'no-row-ids',
  'too-many-rows',
  'does-not-match',
  'too-slow',
] as const;
