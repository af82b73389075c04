/** The memo is data for a Chinese CRM, whatever the interface's language. */
const joint = '，';

/** The reason that was picked and what was written beside it, as they are sent. */
export function joinMemo(reason: string | undefined, note: string): string {
  return [reason ?? '', note.trim()].filter((part) => part !== '').join(joint);
}

/** A memo back in its parts: the longest reason of the list that it begins with, and the rest. */
export function splitMemo(memo: string, reasons: readonly string[]): { reason: string | undefined; note: string } {
  const [reason] = reasons
    .filter((candidate) => candidate !== '' && (memo === candidate || memo.startsWith(candidate + joint)))
    .sort((one, other) => other.length - one.length);
  return reason === undefined ? { reason, note: memo } : { reason, note: memo.slice(reason.length + joint.length) };
}
