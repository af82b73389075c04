import type { ReadingTools } from '@/lib/pages/reading-tools';
import { holderOf } from './holder-of';

const levelsUp = 4;
const longestLabel = 24;
const marks = /^[\s*\uff0a]+|[\s*:\uff0a\uff1a]+$/gu;

/** Texts that may be the element's label: those that stand before it, or before what holds nothing else. Nearest first. */
export function labelsBeside(tools: ReadingTools, element: Element): string[] {
  const labels: string[] = [];
  let at: Element | undefined = element;
  for (let level = 0; at && level < levelsUp; level += 1) {
    const before = at.previousElementSibling ?? at.previousSibling;
    const label = before && labelIn(tools, before);
    if (label && !labels.includes(label)) labels.push(label);
    at = holderOf(at);
  }
  return labels;
}

/** Without the colon and the mark of a required field. What has digits in it names a record rather than a field. */
function labelIn(tools: ReadingTools, node: Node): string | undefined {
  const text = tools.textOf({ from: 'selector' }, node as Element, { left: 200 })?.replace(marks, '');
  return text && text.length <= longestLabel && /\p{L}/u.test(text) && !/\d/.test(text) ? text : undefined;
}
