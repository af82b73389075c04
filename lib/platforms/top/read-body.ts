import { AppError } from '@/lib/errors/app-error';

/** The most that is read of an answer. */
export const maximumBodyBytes = 10 * 1024 * 1024;

/** The body as UTF-8 text, read no further than `maximumBodyBytes`: beyond that `unreadable-answer`, `too-large`. */
export async function readBodyText(response: Response): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let byteCount = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    byteCount += value.byteLength;
    if (byteCount > maximumBodyBytes) {
      await reader.cancel();
      throw new AppError('unreadable-answer', { reason: 'too-large' });
    }
    text += decoder.decode(value, { stream: true });
  }
}
