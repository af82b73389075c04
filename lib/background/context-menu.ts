import type { Draft } from '@/lib/messages/extension-contract';

/** What was clicked (`contextMenus.OnClickData`), as far as it is read. It comes from a page: untrusted. */
export interface MenuClick {
  menuItemId: string | number;
  selectionText?: string | undefined;
  linkUrl?: string | undefined;
  pageUrl?: string | undefined;
}

export interface MenuItem {
  id: string;
  title: string;
  contexts: ['selection'] | ['link'] | ['page'];
  targetUrlPatterns?: string[];
  documentUrlPatterns?: string[];
}

const selectionItem = 'release-selection';
const linkItem = 'release-link';
const pageItem = 'release-page';

/** The menu's items; `%s` is replaced by the selection, by the browser. */
export function menuItems(titles: { release: string; releaseSelection: string }, urlPatterns: string[]): MenuItem[] {
  return [
    { id: selectionItem, title: titles.releaseSelection, contexts: ['selection'] },
    { id: linkItem, title: titles.release, contexts: ['link'], targetUrlPatterns: urlPatterns },
    { id: pageItem, title: titles.release, contexts: ['page'], documentUrlPatterns: urlPatterns },
  ];
}

export function isPageItem({ menuItemId }: MenuClick): boolean {
  return menuItemId === pageItem;
}

export interface IdReaders {
  fromText(text: string): string | undefined;
  fromUrl(url: string): string | undefined;
}

/**
 * Which opportunity was clicked. Where the click holds no id, its own text, cut short, so that the form can say what
 * is wrong with it; empty when there is not even a text.
 */
export function clickedOpportunity(
  { menuItemId, selectionText, linkUrl, pageUrl }: MenuClick,
  read: IdReaders,
): string {
  if (menuItemId === selectionItem) {
    const text = selectionText ?? '';
    return read.fromText(text) ?? text.trim().slice(0, 40);
  }
  const url = menuItemId === linkItem ? linkUrl : pageUrl;
  return (url && read.fromUrl(url)) ?? '';
}

/** What is known of a release that somebody wants to prepare. */
export interface ReleaseOf {
  /** Empty when there is none to start from. */
  opportunityId: string;
  label?: string | undefined;
  territory?: string | undefined;
  source: Draft['source'];
}

/** The draft that the release form opens with. */
export function draftFor({ opportunityId, label, territory, source }: ReleaseOf, intentId: string): Draft {
  const values = { opportunity_id: opportunityId, ...(territory ? { territory_code: territory } : {}) };
  return { intentId, source, values, ...(label ? { label } : {}) };
}

/** Drafts of the release form are kept by the opportunity they are about. */
export function releaseScope(opportunityId: string): string {
  return `release:${opportunityId}`;
}
