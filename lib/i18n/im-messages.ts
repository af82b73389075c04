import { computed } from '@preact/signals';
import { screenMessages } from './screen-messages';

/** What the reception screen says. */
export const imMessages = computed(() => screenMessages.value.imSettings);
