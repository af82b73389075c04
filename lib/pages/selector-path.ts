import type { NodeBudget } from './bounded-walk';

const mostSteps = 5;
const nodesPerHost = 20;
/** A step into thousands of components is no list that anybody reads. */
const mostFound = 10_000;

/**
 * Whether the text can be a selector path: selectors joined by `>>>`, each step into an open shadow root or a frame of the page's own
 * origin. Refused, however they are spelt, are those whose cost is known to grow with the square of the page: `:has()`, `~` and
 * `:nth-child(… of …)`; so is more than compounds within a pseudo-class, whose cost nesting multiplies by the page's depth, and comments,
 * which no selector needs. What is slow all the same, `Page.slow` ends.
 */
export function isSelectorPath(path: string): boolean {
  const steps = stepsOf(path);
  return (
    steps.length <= mostSteps &&
    // Each by itself, as the browser gets it: a string that one step leaves open hides nothing of the next.
    steps.map(plainSelector).every((step) => step !== '' && !costly.test(step) && holdsOnlyCompounds(step))
  );
}

const costly = /\/\*|~(?!=)|:has\s*\(|:nth-[-\w]*\s*\([^)]*\bof\b/i;

/** `:not(.a[b])`, and not `:is(a b)`: that is matched anew for each ancestor, so that `:is(:is(q *) *) *` ten deep never ends. */
function holdsOnlyCompounds(selector: string): boolean {
  let rest = selector
    .replace(/\[[^\]]*\]?|:nth-[-\w]*\([^()]*\)/gi, 'x')
    // Not what follows a bracket that closes: that joins.
    .replace(/([(,])\s+|\s+(?=[,)])/g, '$1');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/\([^()\s>+]+\)/g, '');
  }
  // A bracket that is left holds more, or is open: browsers close it.
  return !rest.includes('(');
}

/** A selector as the browser understands it: without what stands in strings, escapes undone. An escaped character is part of a name, whatever it is. */
function plainSelector(selector: string): string {
  const opaque = /"(?:\\[\s\S]|[^"\\])*"?|'(?:\\[\s\S]|[^'\\])*'?|\\(?:([\da-f]{1,6})(?:\r\n|\s)?|[\s\S])/gi;
  return selector.replace(opaque, (part, code?: string) => {
    if (!part.startsWith('\\')) return '""';
    const character = code === undefined ? part.slice(1) : String.fromCharCode(Number.parseInt(code, 16));
    return /[-\w]/.test(character) ? character : '_';
  });
}

function stepsOf(path: string): string[] {
  return path.split('>>>').map((step) => step.trim());
}

/** What an element holds besides its children: its open shadow root, or its document where that is of the page's own origin. */
function insideOf(element: Element): ShadowRoot | Document | undefined {
  const { shadowRoot, tagName } = element;
  const inside = shadowRoot ?? (/^I?FRAME$/.test(tagName) ? (element as HTMLIFrameElement).contentDocument : null);
  // A form's `shadowRoot` may be a field of that name.
  return inside && inside.nodeType > 8 ? inside : undefined;
}

/** The first element at the path. Throws where a step is no selector to this browser. */
export function findAt(root: ParentNode, path: string, budget: NodeBudget): Element | undefined {
  return findAllAt(root, path, budget, true)[0];
}

/** Every element at the path; with `isFirst` one is enough. */
export function findAllAt(root: ParentNode, path: string, budget: NodeBudget, isFirst = false): ArrayLike<Element> {
  const [step = '', ...rest] = stepsOf(path);
  if (rest.length === 0) {
    if (!isFirst) return root.querySelectorAll(step);
    const first = root.querySelector(step);
    return first ? [first] : [];
  }
  const found: Element[] = [];
  for (const host of root.querySelectorAll(step)) {
    budget.left -= nodesPerHost;
    const inside = budget.left < 0 ? undefined : enter(host, budget, true);
    if (inside) found.push(...Array.from(findAllAt(inside, rest.join('>>>'), budget, isFirst)).slice(0, mostFound));
    if (budget.left < 0 || found.length > (isFirst ? 0 : mostFound)) break;
  }
  return found;
}

/**
 * Goes into an element, and notes that its inside is to be watched from now on. Of an element that a rule names, itself where it may be
 * a component that is not set up yet: that shows nowhere, so it has to be looked for again.
 */
export function enter(element: Element, budget: NodeBudget, isNamed = false): ShadowRoot | Document | undefined {
  const inside = insideOf(element);
  const watched = inside ?? (isNamed && element.tagName.includes('-') ? element : undefined);
  if (watched && budget.entered && budget.entered.size < 50) budget.entered.add(watched);
  return inside;
}
