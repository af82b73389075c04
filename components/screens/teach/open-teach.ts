import { SelectionCard } from '@/components/screens/selection/selection-card';
import { teachCatalogue } from '@/lib/i18n/teach-messages';

/** The screens once their words are here. */
export async function openSelection(): Promise<typeof SelectionCard> {
  await teachCatalogue.load();
  return SelectionCard;
}
