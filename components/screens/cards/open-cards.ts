import { loadBatchMessages } from '@/lib/i18n/batch-messages';
import { CardsScreen } from './cards-screen';

/** The screen once its words are here. */
export async function openCards(): Promise<typeof CardsScreen> {
  await loadBatchMessages();
  return CardsScreen;
}
