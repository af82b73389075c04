import { computed } from '@preact/signals';
import { language } from '@/lib/i18n/messages';
import { updateOpportunity as en } from '@/lib/operations/words/en/update-opportunity';
import type { FieldWords } from '@/lib/operations/words/operation-words';
import { updateOpportunity as zhCn } from '@/lib/operations/words/zh-cn/update-opportunity';

/** The document's fields in words, by name. */
export const fieldWords = computed(
  (): Readonly<Record<string, FieldWords>> => (language.value === 'en' ? en : zhCn).fields,
);
