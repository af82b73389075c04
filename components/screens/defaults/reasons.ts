/** A reason in the list, with a key of its own: its text changes while it is typed. */
export interface ReasonRow {
  key: number;
  text: string;
}

export type ReasonIssue = 'required' | 'too-long' | 'exists';

/** As many and as long as a settings file may hold, so that what is saved here can be exported and imported. */
export const mostReasons = 50;
export const longestReason = 200;

export function keyed(texts: readonly string[]): ReasonRow[] {
  return texts.map((text, key) => ({ key, text }));
}

export function textsOf(rows: readonly ReasonRow[]): string[] {
  return rows.map(({ text }) => text.trim());
}

/** What is wrong, by row key; of two that are the same the later one is at fault. */
export function findReasonIssues(rows: readonly ReasonRow[]): ReadonlyMap<number, ReasonIssue> {
  const issues = new Map<number, ReasonIssue>();
  const seen = new Set<string>();
  for (const { key, text } of rows) {
    const trimmed = text.trim();
    if (trimmed === '') issues.set(key, 'required');
    else if (trimmed.length > longestReason) issues.set(key, 'too-long');
    else if (seen.has(trimmed)) issues.set(key, 'exists');
    seen.add(trimmed);
  }
  return issues;
}

/** The row one place up (-1) or down (+1); at an end the list stays as it is. */
export function moveReason(rows: readonly ReasonRow[], key: number, step: -1 | 1): readonly ReasonRow[] {
  const from = rows.findIndex((row) => row.key === key);
  const moved = rows[from];
  const other = rows[from + step];
  if (!moved || !other) return rows;
  return rows.map((row) => {
    if (row === moved) return other;
    return row === other ? moved : row;
  });
}
