import { describeError } from '@/lib/i18n/describe-error';
import { language, messages } from '@/lib/i18n/messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';

/** A field's issue in words: the form's own, else the sentence of the worker's reason. */
export function fieldSentence(issue: string | undefined): string | undefined {
  if (issue === undefined) return undefined;
  const issues: Readonly<Record<string, string>> = settingsMessages.value.connections.issues;
  if (Object.hasOwn(issues, issue)) return issues[issue];
  return describeError(messages.value, language.value, { code: 'invalid-input', detail: { reason: issue } }).title;
}
