import type { Messages } from '@/assets/messages/zh-cn';
import { type Catalogue, createCatalogue, showLanguage as showWithParts } from './catalogue';
import type { Language } from './language';

export { language } from './catalogue';

const catalogue = createCatalogue<Messages>('messages', async (next) =>
  next === 'zh-CN' ? (await import('@/assets/messages/zh-cn')).zhCn : (await import('@/assets/messages/en')).en,
);

/** What every screen shares and the first one says. An entrypoint awaits `showLanguage`, then renders. */
export const messages = catalogue.words;

/** As the catalogues' own, with the messages that every surface has and what the surface shows besides. */
export function showLanguage(next: Language, ...also: Catalogue<unknown>[]): Promise<void> {
  return showWithParts(next, catalogue, ...also);
}
