// @vitest-environment happy-dom
import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAction } from '@/components/app/create-action';

import { showLanguage } from '@/lib/i18n/messages';
import { screenCatalogue } from '@/lib/i18n/screen-messages';
import type { ImView } from '@/lib/messages/im-contract';
import { AccountPicker } from './account-picker';

const view: ImView = { settings: { accounts: [] }, health: [], checkedAt: 1, firstAt: 1, version: 0 };
const model = {
  connections: computed(() => []),
  connectionId: computed(() => 'top'),
  accountId: signal(''),
  accounts: signal<string[]>([]),
  view: signal<ImView | undefined>(undefined),
  refreshing: createAction(),
  chooseConnection: vi.fn(),
  chooseAccount: vi.fn(),
};

beforeEach(async () => {
  await showLanguage('zh-CN', screenCatalogue);
  model.accountId.value = '';
  model.accounts.value = [];
  model.view.value = undefined;
  model.chooseAccount.mockClear();
  render(<AccountPicker model={model} />, document.body);
});
afterEach(() => render(null, document.body));

const field = () => document.querySelector<HTMLInputElement>('#im-account-id') as HTMLInputElement;
const rendered = () => new Promise((resolve) => setTimeout(resolve, 5));

async function type(text: string): Promise<void> {
  field().value = text;
  field().dispatchEvent(new Event('input', { bubbles: true }));
  await rendered();
}

/** Another surface asked for an account, or the first answer has come. */
async function bringAnswer(): Promise<void> {
  model.accounts.value = ['12345'];
  model.accountId.value = '12345';
  model.view.value = view;
  await rendered();
}

it('an answer that comes while somebody types leaves the field, its text and the focus where they are', async () => {
  const before = field();
  before.focus();
  await type('678');
  await bringAnswer();
  expect([field() === before, field().value, document.activeElement === before]).toEqual([true, '678', true]);
  field().form?.requestSubmit();
  expect(model.chooseAccount).toHaveBeenCalledExactlyOnceWith('678');
});

it('an answer that comes while nobody types puts the field behind “another account”, empty', async () => {
  await bringAnswer();
  expect([field().closest('details')?.open, field().value]).toEqual([false, '']);
});

it('an account without an answer is not among those that were asked for; they stay to be chosen', async () => {
  model.accounts.value = ['12345'];
  model.accountId.value = '998';
  await rendered();
  const chips = [...document.querySelectorAll<HTMLInputElement>('#im-account input')];
  expect(chips.map(({ value, checked }) => [value, checked])).toEqual([['12345', false]]);
  expect([field().closest('details'), field().value]).toEqual([null, '998']);
  chips[0]?.click();
  expect(model.chooseAccount).toHaveBeenCalledExactlyOnceWith('12345');
});

it('the only account that was asked for is no choice', async () => {
  await bringAnswer();
  expect(document.querySelector('#im-account')).toBeNull();
});

it('what is no account number is said at the field, and stays in it', async () => {
  await type('012a');
  field().form?.requestSubmit();
  await rendered();
  expect([field().value, field().getAttribute('aria-invalid')]).toEqual(['012a', 'true']);
  expect(model.chooseAccount).not.toHaveBeenCalled();
});
