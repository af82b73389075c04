import type { CallOutput } from '@/lib/messages/extension-contract';

export type PreviewLine = CallOutput<'job.preview'>['lines'][number];

const indent = '\u00a0\u00a0';

/** A request's lines with an object parameter's JSON laid out by field. Nothing is changed, added or left out. */
export function layOutLines(lines: readonly PreviewLine[]): PreviewLine[] {
  return lines.flatMap(([name, value]): PreviewLine[] => {
    const fields = readTextFields(value);
    if (!fields) return [[name, value]];
    return [[name, '{ }'], ...fields.map(([field, text]): PreviewLine => [indent + field, text])];
  });
}

// Only objects of texts: a number laid out after parsing might no longer show the digits that are sent.
function readTextFields(value: string): PreviewLine[] | undefined {
  if (!value.startsWith('{')) return undefined;
  try {
    const entries = Object.entries(JSON.parse(value) as Record<string, unknown>);
    return entries.every((entry): entry is PreviewLine => typeof entry[1] === 'string') ? entries : undefined;
  } catch {
    return undefined;
  }
}
