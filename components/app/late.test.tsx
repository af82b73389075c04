// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { messages, showLanguage } from '@/lib/i18n/messages';
import { late } from './late';

beforeEach(() => showLanguage('zh-CN'));
afterEach(() => render(null, document.body));

const shown = () => document.body.textContent;

it('stands in its place once it is there, loaded once', async () => {
  const load = vi.fn(async () => ({ name }: { name: string }) => <p>{name}</p>);
  const Screen = late(load, ({ failure }) => failure ?? <i>…</i>);
  render(
    <>
      <Screen name="one" />
      <Screen name="two" />
    </>,
    document.body,
  );
  expect(shown()).toBe('……');
  await vi.waitFor(() => expect(shown()).toBe('onetwo'));
  expect(load).toHaveBeenCalledTimes(1);
});

it.each([
  ['in place of what stood for it', ({ failure }: { failure?: preact.ComponentChildren }) => failure ?? '…'],
  ['where nothing stood for it', undefined],
])('that cannot be loaded says so and offers the page anew, %s', async (_where, waiting) => {
  const Screen = late(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')), waiting);
  render(<Screen />, document.body);
  const { app } = messages.value;
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toContain(app.partMissing));
  expect(shown()).not.toContain('…');
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
  document.querySelector('button')?.click();
  expect(reload).toHaveBeenCalledTimes(1);
});
