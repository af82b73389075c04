import type { ReadingTools } from '@/lib/pages/reading-tools';
import { holderOf } from './holder-of';

const levelsUp = 4;
const longestLabel = 24;
const marks = /^[\s*\uff0a]+|[\s*:\uff0a\uff1a]+$/gu;

/**
 * Texts that may be the element's label: those that stand before it, or before what holds it. `label`: it is marked up or written as
 * one; `beside`: it may just as well be something else that the record says.
 */
export function labelsBeside(
  tools: ReadingTools,
  element: Element,
): { source: { from: 'label'; labels: string[] }; kind: 'label' | 'beside' }[] {
  const labels = new Map<string, 'label' | 'beside'>();
  let at: Element | undefined = element;
  for (let level = 0; at && level < levelsUp; level += 1) {
    const before: Node | null = at.previousElementSibling ?? at.previousSibling;
    const text = before && tools.textOf({ from: 'selector' }, before as Element, { left: 200 });
    const label = text?.replace(marks, '');
    // What has digits in it names a record rather than a field.
    if (
      before &&
      text &&
      label &&
      label.length <= longestLabel &&
      /\p{L}/u.test(label) &&
      !/\d/.test(label) &&
      !labels.has(label)
    )
      labels.set(label, isLabel(before, text) ? 'label' : 'beside');
    at = holderOf(at);
  }
  return [...labels].map(([label, kind]) => ({ source: { from: 'label', labels: [label] }, kind }));
}

function isLabel(node: Node, text: string): boolean {
  const markup = 'dt,th,label,[class*="label" i],[data-label]';
  return /[:\uff1a]\s*$/.test(text) || (node.nodeType === 1 && (node as Element).matches(markup));
}
