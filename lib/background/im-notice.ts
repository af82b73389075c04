import { imNoticeWords } from '@/lib/i18n/im-notice-words';
import type { Settings } from '@/lib/settings/settings';
import type { Notice } from './notify';

/** What a notification says of changes: one for each account. */
export function noticeOfChanges(
  accountId: string,
  count: number,
  { preferences }: Pick<Settings, 'preferences'>,
): Notice {
  const words = imNoticeWords[preferences.language];
  return { id: `im-settings-${accountId}`, title: words.title, message: words.message(accountId, count) };
}
