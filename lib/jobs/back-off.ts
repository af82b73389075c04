const firstMs = 2000;
const longestMs = 60_000;

/** How long to wait after the n-th attempt that has to be repeated: 2 s, 4 s, 8 s … a minute. */
export function backOffMs(attempts: number): number {
  return Math.min(firstMs * 2 ** Math.max(0, attempts - 1), longestMs);
}
