/** The interface's languages; the tag is also the `lang` attribute and the Intl locale. */
export const languages = ['zh-CN', 'en'] as const;

export type Language = (typeof languages)[number];

/** The language to start with, from the browser's own (`navigator.language`): Chinese of any kind reads zh-CN. */
export function languageFor(tag: string): Language {
  return /^zh\b/i.test(tag) ? 'zh-CN' : 'en';
}
