/** Most cards of one job. */
export const mostCards = 500;

/**
 * Card ids in a text that was typed, scanned or pasted: whatever stands between them, as they are, leading zeros too.
 * Marks that cannot be seen, as Windows and Excel put them around what is copied, are no part of them; within one they
 * stay, to be refused.
 */
export function splitIds(text: string): string[] {
  return text
    .split(/[\s\p{Cc}\p{Zs},，;；、|]+/u)
    .map((part) => /[^\p{Cf}\p{DI}](?:.*[^\p{Cf}\p{DI}])?/su.exec(part)?.[0] ?? '')
    .filter((part) => part !== '');
}
