/** How many rows one request takes where a person may choose: as the operations declare it, whom this layer does not see. */
export const rowLimits = {
  'sell-cards': { default: 100, maximum: 500 },
  'submit-outreach': { default: 50, maximum: 200 },
} as const;

export type ChosenRows = { [Operation in keyof typeof rowLimits]?: number | undefined };
