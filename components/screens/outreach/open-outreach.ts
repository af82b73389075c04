import { loadBatchMessages } from '@/lib/i18n/batch-messages';
import { OutreachScreen } from './outreach-screen';

/** The screen once its words are here. */
export async function openOutreach(): Promise<typeof OutreachScreen> {
  await loadBatchMessages();
  return OutreachScreen;
}
