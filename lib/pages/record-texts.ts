/** What is read about an opportunity besides its id. */
export const recordTextNames = ['title', 'customer', 'stage', 'territory', 'phone', 'email', 'owner'] as const;

/** And about one in a list. */
export const rowTextNames = ['title', 'customer', 'phone', 'email'] as const;
