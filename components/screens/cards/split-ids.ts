/** Most cards of one job. */
export const mostCards = 500;

/** Card ids in a text that was typed, scanned or pasted: whatever stands between them, as they are, leading zeros too. */
export function splitIds(text: string): string[] {
  return text.split(/[\s\p{Cc}\p{Zs}\u200b\ufeff,，;；、|]+/u).filter((part) => part !== '');
}
