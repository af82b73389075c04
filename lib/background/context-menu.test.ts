import { describe, expect, it } from 'vitest';
import { builtInRules } from '@/lib/pages/built-in-rules';
import { findOpportunityId, opportunityIdFromUrl } from '@/lib/pages/opportunity-id';
import { clickedOpportunity, draftFor, isPageItem, type MenuClick, menuItems, releaseScope } from './context-menu';

const read = { fromText: findOpportunityId, fromUrl: (url: string) => opportunityIdFromUrl(url, builtInRules) };
const [selection, link, page] = menuItems({ release: '释放商机', releaseSelection: '释放商机“%s”' }, ['*://*/*']);

function clicked(item: typeof selection, click: Omit<MenuClick, 'menuItemId'>): string {
  return clickedOpportunity({ menuItemId: item?.id ?? '', ...click }, read);
}

describe('the menu', () => {
  it('has an item for a selection anywhere, and for links and pages that may be an opportunity’s', () => {
    expect(menuItems({ release: 'R', releaseSelection: 'S %s' }, ['https://crm.example.com/*'])).toEqual([
      { id: 'release-selection', title: 'S %s', contexts: ['selection'] },
      { id: 'release-link', title: 'R', contexts: ['link'], targetUrlPatterns: ['https://crm.example.com/*'] },
      { id: 'release-page', title: 'R', contexts: ['page'], documentUrlPatterns: ['https://crm.example.com/*'] },
    ]);
  });

  it('knows which item is about the page itself', () => {
    expect([selection, link, page].map((item) => isPageItem({ menuItemId: item?.id ?? '' }))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('a clicked selection', () => {
  it.each([
    ['20191214888', '20191214888'],
    [' 商机ID:20191214888 ', '20191214888'],
    ['opportunity id 42', '42'],
    ['老王火锅', '老王火锅'],
    ['  王五\n', '王五'],
    ['123 与 456', '123 与 456'],
    ['', ''],
    ['<img src=x onerror=alert()>', '<img src=x onerror=alert()>'],
  ])('%j is about %j', (selectionText, opportunity) => {
    expect(clicked(selection, { selectionText })).toBe(opportunity);
  });

  it('without an id is shown cut short, and one without any text is empty', () => {
    expect(clicked(selection, { selectionText: '长'.repeat(10_000) })).toBe('长'.repeat(40));
    expect(clicked(selection, {})).toBe('');
  });

  it('is about the selected text, not about the link or page it stands on', () => {
    const linkUrl = 'https://lxcrm.weiwenjia.com/opportunities/1';
    expect(clicked(selection, { selectionText: '20191214888', linkUrl, pageUrl: linkUrl })).toBe('20191214888');
  });
});

describe('a clicked link or page', () => {
  const url = 'https://lxcrm.weiwenjia.com/opportunities/20191214888';

  it('is about the id in its own address', () => {
    const other = 'https://lxcrm.weiwenjia.com/opportunities/1';
    expect(clicked(link, { linkUrl: url, pageUrl: other })).toBe('20191214888');
    expect(clicked(page, { linkUrl: other, pageUrl: url })).toBe('20191214888');
  });

  it.each([undefined, '', 'no address', 'javascript:alert(20191214888)', 'https://example.com/'])(
    'with the address %j is about nothing',
    (address) => {
      expect(clicked(link, { linkUrl: address, pageUrl: url })).toBe('');
      expect(clicked(page, { pageUrl: address })).toBe('');
    },
  );

  it('is about nothing for an item that is none of ours, unless the page says', () => {
    expect(clickedOpportunity({ menuItemId: 7, linkUrl: url }, read)).toBe('');
  });
});

describe('the draft that a form opens with', () => {
  it('holds what is known, and no empty members', () => {
    const known = { opportunityId: '1', label: '老王火锅', territory: 'T', source: 'context-menu' as const };
    expect(draftFor(known, 'INTENT-0001')).toEqual({
      intentId: 'INTENT-0001',
      source: 'context-menu',
      label: '老王火锅',
      values: { opportunity_id: '1', territory_code: 'T' },
    });
    expect(draftFor({ opportunityId: '', label: '', territory: '', source: 'panel' }, 'INTENT-0002')).toEqual({
      intentId: 'INTENT-0002',
      source: 'panel',
      values: { opportunity_id: '' },
    });
  });

  it('is kept by the opportunity it is about', () => {
    expect([releaseScope('1'), releaseScope('')]).toEqual(['release:1', 'release:']);
  });
});
