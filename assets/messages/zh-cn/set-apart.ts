/** Latin letters stand apart from the Chinese after them. */
const setApart = (text: string) => (/\w$/.test(text) ? `${text} ` : text);

export const oneOf = (others: string) => `与${setApart(others)}至少填一个`;

export const together = (others: string) => `${setApart(others)}要么都填，要么都不填`;
