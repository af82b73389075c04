/** What is read about an opportunity besides its id. */
export const recordTextNames = ['title', 'customer', 'stage', 'territory', 'phone', 'email', 'owner'] as const;
