import type { PlatformError } from '@/lib/errors/app-error';
import { plainText } from '@/lib/platforms/top/plain-text';

/** What the service itself said about a row, as plain text; absent when it said nothing. */
export function platformWords(words: {
  code?: string | null | undefined;
  message?: string | null | undefined;
}): { platform: PlatformError } | undefined {
  const platform: PlatformError = {};
  if (words.code) platform.code = plainText(words.code, []);
  if (words.message) platform.message = plainText(words.message, []);
  return Object.keys(platform).length > 0 ? { platform } : undefined;
}
