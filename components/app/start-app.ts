import { effect } from '@preact/signals';
import type { Language } from '@/lib/i18n/language';
import { messages, showLanguage as showWorkingLanguage } from '@/lib/i18n/messages';
import type { Client } from '@/lib/messages/client';
import { watchState } from '@/lib/messages/state-channel';
import type { App, Ports, Surface } from './app';
import { applyPreferences } from './apply-preferences';
import { connectState } from './connect-state';
import { followAddress } from './route';
import { createTickingClock } from './ticking-clock';

export interface StartOptions {
  surface: Surface;
  client: Client;
  ports: Ports;
  /** Loads and shows a language; the options page loads its own catalogue besides. */
  showLanguage?: (language: Language) => Promise<void>;
}

/**
 * Everything a surface has before its first screen: the state, kept current, and the page in the person's language and
 * theme, following both. Resolves when it can be rendered.
 */
export async function startApp({
  surface,
  client,
  ports,
  showLanguage = showWorkingLanguage,
}: StartOptions): Promise<App> {
  const { state, isSilent, refresh } = await connectState({ client, watch: watchState });
  const shown = { language: state.value.preferences.language };
  await showLanguage(shown.language);
  effect(() => {
    const { preferences } = state.value;
    if (preferences.language === shown.language) applyPreferences(document.documentElement, preferences);
    else void changeLanguage(preferences.language);
  });
  effect(() => {
    document.title = messages.value.words.productName;
  });
  followAddress();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh();
  });
  // Where it stands is no reason not to show anything.
  const tab = surface === 'options' ? undefined : await ports.activeTab().catch(() => undefined);
  return {
    surface,
    state,
    isSilent,
    now: createTickingClock(ports.clock),
    client,
    ports,
    windowId: tab?.windowId,
    refresh,
  };

  // The page says its new language only when its texts are there.
  async function changeLanguage(language: Language): Promise<void> {
    shown.language = language;
    await showLanguage(language);
    if (shown.language === language) applyPreferences(document.documentElement, state.value.preferences);
  }
}
