import type { PageContext } from './page-context';

/** What the worker sends to the reader in a tab. The envelope is that of the message contracts. */
export const readRequest = { contract: 'page', call: 'page.read', input: {} } as const;

/** What the reader answers. It is a page's word: the worker checks it. */
export interface ReadAnswer {
  context?: PageContext | undefined;
  /** Whether the tab shows a document of text at all, rather than a PDF or a picture. */
  isDocument: boolean;
}

export function isReadRequest(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'contract' in message &&
    message.contract === readRequest.contract &&
    'call' in message &&
    message.call === readRequest.call
  );
}

/** What the reader reports, at its start and whenever what it read has changed. */
export function reportOf(context: PageContext | undefined): { contract: 'page'; call: 'page.report'; input: object } {
  return { contract: 'page', call: 'page.report', input: context ? { context } : {} };
}
