import { computed } from '@preact/signals';
import { screenMessages } from './screen-messages';

/** What the screens of several rows say: cards, outreach and their jobs. */
export const batchMessages = computed(() => screenMessages.value.batch);
