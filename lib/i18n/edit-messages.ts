import { computed } from '@preact/signals';
import type { ErrorSentence } from '@/assets/messages/zh-cn/errors';
import type { ErrorData } from '@/lib/errors/app-error';
import type { Description } from './describe-error';
import { screenMessages } from './screen-messages';
import { tellError } from './tell-error';

/** What the edit screens say. */
export const editMessages = computed(() => screenMessages.value.edit);

/** As `describeError`, with the sentences of the REST CRM's own reasons; `isReading` while nothing was to be written. */
export function describeCrmError(error: ErrorData, { isReading = false } = {}): Description {
  const described = tellError(error);
  const { reasons, readingReasons } = editMessages.value;
  const { reason } = error.detail;
  const sentence = (isReading ? find(readingReasons, reason) : undefined) ?? find(reasons, reason);
  return sentence ? { ...described, title: sentence.title, next: sentence.next } : described;
}

function find(sentences: Readonly<Record<string, ErrorSentence>>, reason: string | undefined) {
  return reason !== undefined && Object.hasOwn(sentences, reason) ? sentences[reason] : undefined;
}
