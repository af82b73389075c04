/** How far a job was at a moment. */
export interface ProgressSample {
  /** Epoch milliseconds. */
  at: number;
  /** Rows that have come to an end. */
  done: number;
}

export interface RateMeter {
  /** Rows a second over the last while; undefined until there is enough to tell. */
  add(sample: ProgressSample): number | undefined;
}

/** Long enough for limits by the minute not to show as bursts and pauses. */
const windowMs = 60_000;
/** Two samples closer than this say nothing. */
const leastMs = 1_500;

/** Tells a job's speed by what was watched, not by what was promised. */
export function createRateMeter(): RateMeter {
  let samples: ProgressSample[] = [];
  return {
    add(sample) {
      const last = samples.at(-1);
      // Fewer done than before is another job, or another count: begin anew.
      if (last && sample.done < last.done) samples = [];
      samples = [...samples.filter(({ at }) => sample.at - at <= windowMs), sample];
      const [first] = samples;
      if (!first || sample.at - first.at < leastMs || sample.done === first.done) return undefined;
      return ((sample.done - first.done) / (sample.at - first.at)) * 1000;
    },
  };
}
