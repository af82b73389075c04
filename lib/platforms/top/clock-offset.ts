/** The two other forms of RFC 9110 (RFC 850, asctime) are obsolete and never sent by a living server. */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Server time minus ours in milliseconds, read from an answer's `Date` header; undefined when there is none to trust. */
export function clockOffsetFromDate(header: string | null, nowMs: number): number | undefined {
  if (header === null || !httpDate.test(header)) return undefined;
  const serverMs = Date.parse(header);
  return Number.isNaN(serverMs) ? undefined : serverMs - nowMs;
}
