import { computed } from '@preact/signals';
import type { ScreenMessages } from '@/assets/messages/zh-cn-screens';
import { createCatalogue } from './catalogue';

export type { ScreenMessages };

/** What is said by screens that a popup does not open with, and the finer sentences for failures. */
export const screenCatalogue = createCatalogue<ScreenMessages>('screenMessages', async (next) =>
  next === 'zh-CN'
    ? (await import('@/assets/messages/zh-cn-screens')).zhCnScreens
    : (await import('@/assets/messages/en-screens')).enScreens,
);

/** For what is loaded together with these words (`lateScreen`), and for the options page. */
export const screenMessages = screenCatalogue.words;

/** For what may stand on a first screen: undefined until a failure or a screen has loaded them. */
export const errorReasons = computed(() => screenCatalogue.wordsIfLoaded.value?.errorReasons);
