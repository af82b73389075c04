/** A count that came in as text, with its noun. */
export const counted = (count: string, one: string, many: string) => `${count} ${count === '1' ? one : many}`;

export const rows = (count: string) => counted(count, 'row', 'rows');
