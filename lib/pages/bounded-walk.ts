import { cleanText } from './clean-text';
import { enter } from './selector-path';

/** How many nodes may still be looked at in one reading, so that a page's size never decides what a reading costs. */
export interface NodeBudget {
  left: number;
  /** The shadow roots and frames that were gone into: what happens there shows nowhere else. And the components that have none yet. */
  entered?: Set<Node>;
}

/** More than a detail page has; a page of 100,000 rows is left on the way. In an isolated world each node costs some microseconds. */
export const nodesPerReading = 10_000;

const nodesPerText = 60;
const charactersPerText = 400;
const deepestRoot = 10;

/**
 * Visits root and what is in it, in document order, an element's open shadow root or its frame's document before its children. Counts
 * every node, comments too: a TreeWalker with a filter would pass over any number of them within one step. True when it was stopped.
 */
export function walkNodes(
  root: Node,
  budget: NodeBudget,
  visit: (node: Node) => 'enter' | 'skip' | 'stop',
  depth = 0,
): boolean {
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root);
  let node: Node | null = root;
  while (node && budget.left > 0) {
    budget.left -= 1;
    const next = visit(node);
    if (next === 'stop') return true;
    const inside = next === 'enter' && depth < deepestRoot && isElement(node) ? enter(node, budget) : undefined;
    if (inside && walkNodes(inside, budget, visit, depth + 1)) return true;
    node = next === 'enter' ? walker.nextNode() : nextBeyond(walker);
  }
  return false;
}

function nextBeyond(walker: TreeWalker): Node | null {
  for (;;) {
    const sibling = walker.nextSibling();
    if (sibling) return sibling;
    if (walker.currentNode === walker.root || !walker.parentNode()) return null;
  }
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

const unreadTag = /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TEXTAREA|SELECT|BUTTON|SVG|CANVAS|OBJECT)$/i;

/** Whether the element holds nothing that a person reads there. By markup only: asking for styles would cost a layout. */
export function isUnread(element: Element): boolean {
  if (unreadTag.test(element.tagName)) return true;
  return element.hasAttributes() && element.matches('[hidden],[inert],[aria-hidden=true]');
}

/** A node's text as one clean line; a closed field (read-only or disabled) counts with its value. Nothing when it holds too much to be one value. */
export function shortTextOf(node: Node, budget: NodeBudget): string | undefined {
  let text = '';
  const own: NodeBudget = { ...budget, left: Math.min(nodesPerText, budget.left) };
  const given = own.left;
  walkNodes(node, own, (inner) => {
    if (isText(inner)) text += `${inner.substringData(0, charactersPerText)} `;
    else if (isElement(inner)) {
      // What a rule names is read all the same: lists open records by buttons.
      if (inner !== node && isUnread(inner)) return 'skip';
      text += closedFieldValue(inner);
    }
    return text.length > charactersPerText ? 'stop' : 'enter';
  });
  budget.left -= given - own.left;
  if (own.left === 0 || text.length > charactersPerText) return undefined;
  return cleanText(text);
}

function closedFieldValue(element: Element): string {
  if (element.tagName !== 'INPUT' || !element.matches('[readonly],[disabled]')) return '';
  const value: unknown = Reflect.get(element, 'value');
  return typeof value === 'string' ? `${value.slice(0, charactersPerText)} ` : '';
}
