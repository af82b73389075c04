import { signal } from '@preact/signals';
import type { RecordPlace } from '@/lib/messages/record-place';

export interface PressedOn extends RecordPlace {
  opportunityId: string;
}

/** The opportunity that was shown when somebody pressed a button to do something with it: the form is about that one, whatever the page does. */
export const pressedOn = signal<PressedOn | undefined>(undefined);

/** Whether a page with this number is another site's than the one that was pressed on. */
export function isElsewhere(opportunityId: string, origin: string | undefined): boolean {
  const pressed = pressedOn.peek();
  const of = pressed?.opportunityId === opportunityId ? pressed.origin : undefined;
  return of !== undefined && origin !== undefined && of !== origin;
}

/** The records that a list beside the one on the screen leads to, and whose they are: what applies to one applies to them. */
export const listedBeside = signal<RecordPlace & { ids: readonly string[] }>({ ids: [] });
