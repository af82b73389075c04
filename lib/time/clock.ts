/** The present, epoch milliseconds. An argument everywhere, so that tests and corrected clocks can stand in for it. */
export type Clock = () => number;
