/**
 * What a CRM page says about its opportunity, as the message contract's schema has it (a test holds the two together).
 * Written here as well, since this layer is below the messages and the reader in the page must not carry a schema library.
 */
export interface PageContext {
  /** 1 to 32 digits. */
  opportunityId: string;
  title?: string | undefined;
  customer?: string | undefined;
  stage?: string | undefined;
  territory?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  owner?: string | undefined;
  /** The id of the rule that read it. */
  rule: string;
}

/** The longest text that is taken from a page, in UTF-16 units. */
export const longestTextLength = 200;

/** What a list page shows: how many rows, and which of the first 500 the person has ticked there. */
export interface PageRowsSummary {
  total: number;
  ticked: string[];
}

/** The most rows that are read. */
export const mostRows = 500;

export interface PageRow {
  id: string;
  title?: string | undefined;
  customer?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  isTicked: boolean;
}

/** The rows themselves, for whoever asks for them. */
export interface PageRows {
  total: number;
  rows: PageRow[];
}
