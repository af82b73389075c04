import { signal } from '@preact/signals';
import type { PagePerson } from './page-contact';

/** Whom the page named that was shown when somebody pressed to reach them: the form takes them once, whatever the page does. */
export const personToAdd = signal<PagePerson | undefined>(undefined);
