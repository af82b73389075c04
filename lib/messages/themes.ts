/** What a person may choose between; apart from the schemas, so that a page which offers it does not carry them. */
export const themes = ['system', 'light', 'dark'] as const;
