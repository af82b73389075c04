// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { showLanguage } from '@/lib/i18n/messages';
import { screenCatalogue } from '@/lib/i18n/screen-messages';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { entryId } from './cards-model';
import { CardsScreen } from './cards-screen';

beforeEach(async () => {
  await showLanguage('zh-CN', screenCatalogue);
  render(<CardsScreen app={createFakeApp(createFakeWorker())} />, document.body);
  await vi.waitFor(() => expect(document.getElementById(entryId)).not.toBeNull());
});
afterEach(() => render(null, document.body));

/** As a scanner types into whatever has the focus; answers whether its Enter still presses that. */
function scan(target: HTMLElement, id: string): boolean {
  target.focus();
  for (const key of id) {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    if (target instanceof HTMLInputElement) target.value += key;
  }
  return target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
}

const listed = () => [...document.querySelectorAll('ul li')].map(({ textContent }) => textContent);

it.each(['button[type=submit]', '#cards-operator_id'])(
  'a scan into %s is listed, presses nothing and leaves no trace there',
  async (selector) => {
    const target = document.querySelector<HTMLElement>(selector);
    if (!target) throw new Error('not there');
    const before = target instanceof HTMLInputElement ? target.value : '';
    expect(scan(target, '6600000042')).toBe(false);
    await vi.waitFor(() => expect(listed()).toEqual(['6600000042']));
    expect([target instanceof HTMLInputElement ? target.value : '', document.activeElement?.id]).toEqual([
      before,
      entryId,
    ]);
  },
);

it('a passphrase that a program types is none', () => {
  const field = document.createElement('input');
  field.type = 'password';
  document.body.append(field);
  expect([scan(field, 'passphrase'), listed()]).toEqual([true, []]);
  field.remove();
});
