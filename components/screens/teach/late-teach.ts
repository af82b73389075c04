import type { App } from '@/components/app/app';
import { late } from '@/components/app/late';

/** It comes with its words, so that a popup does not open with them. */
export const TeachDoor = late<{ app: App }>(async () => (await import('./open-teach')).openTeachDoor());
