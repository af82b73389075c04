import { computed } from '@preact/signals';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { FieldWords } from '@/lib/operations/words/operation-words';

/** The document's fields in words, by name. */
export const fieldWords = computed((): Readonly<Record<string, FieldWords>> => screenMessages.value.editFields);
