/** Where the forms of several rows keep what is being entered, by operation. */
export const batchScopes = { 'sell-cards': 'cards', 'submit-outreach': 'outreach' } as const;
