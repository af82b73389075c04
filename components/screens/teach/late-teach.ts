import { late } from '@/components/app/late';
import type { TeachDoorProps } from './teach-door';

/** It comes with its words, so that a popup does not open with them. */
export const TeachDoor = late<TeachDoorProps>(async () => (await import('./open-teach')).openTeachDoor());
