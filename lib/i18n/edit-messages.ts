import { computed } from '@preact/signals';
import type { ErrorSentence } from '@/assets/messages/zh-cn/errors';
import type { ErrorData } from '@/lib/errors/app-error';
import type { Description } from './describe-error';
import { screenMessages } from './screen-messages';
import { tellError } from './tell-error';

/** What the edit screens say. */
export const editMessages = computed(() => screenMessages.value.edit);

/** As `describeError`, with the sentences of the REST CRM's own reasons. */
export function describeCrmError(error: ErrorData): Description {
  const described = tellError(error);
  const reasons: Readonly<Record<string, ErrorSentence>> = editMessages.value.reasons;
  const { reason } = error.detail;
  const sentence = reason !== undefined && Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return sentence ? { ...described, title: sentence.title, next: sentence.next } : described;
}
