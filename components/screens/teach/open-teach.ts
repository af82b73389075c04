import { SelectionCard } from '@/components/screens/selection/selection-card';
import { teachCatalogue } from '@/lib/i18n/teach-messages';
import { TeachDoor } from './teach-door';
import { TeachScreen } from './teach-screen';

/** The screens once their words are here. */
export async function openSelection(): Promise<typeof SelectionCard> {
  await teachCatalogue.load();
  return SelectionCard;
}

export async function openTeach(): Promise<typeof TeachScreen> {
  await teachCatalogue.load();
  return TeachScreen;
}

export async function openTeachDoor(): Promise<typeof TeachDoor> {
  await teachCatalogue.load();
  return TeachDoor;
}
