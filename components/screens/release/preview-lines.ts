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

// Only texts and lists of them: a number laid out after parsing might no longer show the digits that are sent.
function readTextFields(value: string): PreviewLine[] | undefined {
  if (!value.startsWith('{')) return undefined;
  try {
    const entries = Object.entries(JSON.parse(value) as Record<string, unknown>);
    if (!entries.every(([, field]) => typeof field === 'string' || isListOfTexts(field))) return undefined;
    return entries.map(([name, field]) => [name, typeof field === 'string' ? field : JSON.stringify(field)]);
  } catch {
    return undefined;
  }
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((member) => typeof member === 'string');
}
