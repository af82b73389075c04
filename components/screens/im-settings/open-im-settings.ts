import type { ComponentType } from 'preact';
import type { App } from '@/components/app/app';
import { loadImMessages } from '@/lib/i18n/im-messages';

/** The screen together with its words, so that no text is ever missing. */
export async function openImSettings(): Promise<ComponentType<{ app: App }>> {
  const [{ ImSettingsScreen }] = await Promise.all([import('./im-settings-screen'), loadImMessages()]);
  return ImSettingsScreen;
}
