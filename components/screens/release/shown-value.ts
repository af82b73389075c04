import { screenMessages } from '@/lib/i18n/screen-messages';

/** The worker hides secrets as dots; here a word stands for them. */
export function shownValue(name: string, value: string): { value: string; stoodIn: boolean } {
  const { release } = screenMessages.value;
  if (!/^•+$/.test(value)) return { value, stoodIn: false };
  return { value: name === 'sign' ? release.signedAtSending : release.hiddenValue, stoodIn: true };
}
