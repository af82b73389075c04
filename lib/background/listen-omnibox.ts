import type { Omnibox } from './omnibox';

type Api = typeof import('wxt/browser').browser.omnibox;
type Tabs = Pick<typeof import('wxt/browser').browser.tabs, 'create' | 'update'>;

/** People type on: what was typed before is not looked for. */
const settleMs = 60;

/** Answers the address bar after the keyword. `withOmnibox` waits for the worker's parts. */
export function listenToOmnibox(
  { omnibox, tabs }: { omnibox: Api; tabs: Tabs },
  withOmnibox: (task: (omnibox: Omnibox) => unknown) => void,
): void {
  let latest = '';
  omnibox.onInputStarted.addListener(() => {
    withOmnibox(async (source) => omnibox.setDefaultSuggestion({ description: await source.first() }));
  });
  omnibox.onInputChanged.addListener((text, show) => {
    latest = text;
    withOmnibox(async (source) => {
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      const suggestions = text === latest ? await source.suggest(text) : [];
      if (text === latest) show(suggestions);
    });
  });
  omnibox.onInputEntered.addListener((text, disposition) => {
    withOmnibox(async (source) => {
      const url = await source.addressFor(text);
      if (disposition === 'currentTab') await tabs.update({ url });
      else await tabs.create({ url, active: disposition === 'newForegroundTab' });
    });
  });
}
