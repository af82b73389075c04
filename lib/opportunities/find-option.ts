import type { FieldOption } from './field-options';

/** What a text means; neither where no options are known, so that the field is one to type in. */
export interface FoundOption {
  value?: string;
  reason?: 'ambiguous-option' | 'not-an-option';
}

/** An option may be given by its value or by its label; one that is no longer to be chosen is none. */
export function findOption(options: readonly FieldOption[], text: string): FoundOption {
  if (options.length === 0) return {};
  const offered = options.filter(({ isEnabled }) => isEnabled);
  if (offered.some(({ value }) => value === text)) return { value: text };
  const [only, another] = offered.filter(({ label }) => label === text);
  if (another) return { reason: 'ambiguous-option' };
  return only ? { value: only.value } : { reason: 'not-an-option' };
}
