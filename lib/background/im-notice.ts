import { imNoticeWords } from '@/lib/i18n/im-notice-words';
import type { Settings } from '@/lib/settings/settings';

export interface ImNotice {
  /** One notification for each account: a newer one takes the place of an older one. */
  id: string;
  title: string;
  message: string;
}

/** What a notification says of changes; names stay in the panel, since others may see the screen. */
export function noticeOfChanges(
  accountId: string,
  count: number,
  { preferences }: Pick<Settings, 'preferences'>,
): ImNotice {
  const words = imNoticeWords[preferences.language];
  return { id: `im-settings-${accountId}`, title: words.title, message: words.message(accountId, count) };
}

type Browser = Pick<typeof import('wxt/browser').browser, 'permissions' | 'notifications'>;

/** Makes the way to show a notification; without the permission nothing is shown. */
export function createNotify(browser: Browser): (notice: ImNotice) => Promise<void> {
  return async ({ id, title, message }) => {
    if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
    await browser.notifications.create(id, { type: 'basic', iconUrl: '/icon/128.png', title, message });
  };
}
