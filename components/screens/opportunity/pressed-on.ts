import { signal } from '@preact/signals';

/** The opportunity that was shown when somebody pressed a button to do something with it: the form is about that one, whatever the page does. */
export const pressedOn = signal<string | undefined>(undefined);
