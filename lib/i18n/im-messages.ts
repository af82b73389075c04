import { computed, effect, signal } from '@preact/signals';
import type { ImMessages } from '@/assets/messages/zh-cn/im-settings';
import type { Language } from './language';
import { language } from './messages';

const shownMessages = signal<ImMessages | undefined>(undefined);

/** What the reception screen says. Throws before `loadImMessages`, which whoever opens the screen awaits. */
export const imMessages = computed(() => {
  if (!shownMessages.value) throw new Error('loadImMessages comes before rendering');
  return shownMessages.value;
});

let isFollowing = false;

/** Loads the words and lets them follow the language from then on. */
export async function loadImMessages(): Promise<void> {
  shownMessages.value = await read(language.peek());
  if (isFollowing) return;
  isFollowing = true;
  effect(() => {
    const next = language.value;
    void read(next).then((words) => {
      if (language.peek() === next) shownMessages.value = words;
    });
  });
}

async function read(next: Language): Promise<ImMessages> {
  if (next === 'zh-CN') return (await import('@/assets/messages/zh-cn/im-settings')).imSettings;
  return (await import('@/assets/messages/en/im-settings')).imSettings;
}
