import { settingsMessages } from '@/lib/i18n/settings-messages';
import { tellError } from '@/lib/i18n/tell-error';

/** A field's issue in words: the form's own, else the sentence of the worker's reason. */
export function fieldSentence(issue: string | undefined): string | undefined {
  if (issue === undefined) return undefined;
  const issues: Readonly<Record<string, string>> = settingsMessages.value.connections.issues;
  if (Object.hasOwn(issues, issue)) return issues[issue];
  return tellError({ code: 'invalid-input', detail: { reason: issue } }).title;
}
