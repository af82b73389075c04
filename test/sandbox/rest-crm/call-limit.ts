const windowMs = 10_000;
const mostCalls = 10;

/** 10 calls in any 10 seconds for the whole enterprise. A call within the limit is counted; one beyond it is not. */
export const isWithinLimit = (callsMs: number[], nowMs: number): boolean => {
  const recent = callsMs.filter((calledMs) => nowMs - calledMs < windowMs);
  const isWithin = recent.length < mostCalls;
  callsMs.splice(0, callsMs.length, ...recent, ...(isWithin ? [nowMs] : []));
  return isWithin;
};
