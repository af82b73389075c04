export const leastHoldBackSeconds = 3;
export const mostHoldBackSeconds = 60;

/** The seconds a person typed; `undefined` for what is no whole number in the range. */
export function readHoldBack(text: string): number | undefined {
  if (!/^\d{1,2}$/.test(text.trim())) return undefined;
  const seconds = Number(text);
  return seconds >= leastHoldBackSeconds && seconds <= mostHoldBackSeconds ? seconds : undefined;
}
