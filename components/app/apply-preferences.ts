import type { Preferences } from '@/lib/messages/app-state';

/** The root element's language and theme, which styles and screen readers follow. */
export function applyPreferences(root: HTMLElement, { language, theme }: Preferences): void {
  root.lang = language;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}
