import { outsideOf } from './holder-of';
import { byLasting } from './pointed';
import { isStableName } from './stable-name';

/** What a selector holds on to, as `candidateKinds` has it. */
type SelectorKind = 'id' | 'data' | 'aria' | 'tag' | 'class' | 'place';

export interface FoundSelector {
  selector: string;
  kind: SelectorKind;
}

/** How often a page is searched for one element, whatever the page is: each search looks at all of it once. */
const mostSearches = 150;
const levelsUp = 8;
const namesPerLevel = 4;
export const longestSelector = 300;
const mostSteps = 5;
const attributesLookedAt = 20;

/** The same for all that is looked for in one row. */
export const searchesPerRow = 1_000;

export interface Searches {
  left: number;
}

/**
 * Selector paths at which exactly this element stands (by `place`: stands first), one of each kind at most, the most lasting first;
 * `>>>` steps into open shadow roots and frames. `saying`: what the element says, which is this record's and must not be what it is found by.
 */
export function findSelectors(element: Element, saying: string, top: ParentNode): FoundSelector[] {
  const searches = { left: mostSearches };
  const inside = findWithin(element, rootOf(element), saying, searches);
  const steps: string[] = [];
  let kind: SelectorKind = 'id';
  let at = element;
  while (rootOf(at) !== top) {
    const host = outsideOf(rootOf(at));
    const best = host && findWithin(host, rootOf(host), saying, searches)[0];
    if (!best || steps.length >= mostSteps - 1) return [];
    steps.unshift(best.selector);
    kind = laterOf(kind, best.kind);
    at = host;
  }
  return inside
    .map((found) => ({ selector: [...steps, found.selector].join(' >>> '), kind: laterOf(kind, found.kind) }))
    .filter(({ selector }) => selector.length <= longestSelector);
}

/** The same within a row: of a row every selector begins there. */
export function findInRow(
  element: Element,
  row: Element,
  saying: string,
  searches: Searches = { left: mostSearches },
): FoundSelector[] {
  return findWithin(element, row, saying, searches);
}

function rootOf(element: Element): ParentNode & Node {
  return element.getRootNode() as Document | ShadowRoot;
}

function laterOf(one: SelectorKind, other: SelectorKind): SelectorKind {
  return byLasting({ kind: one }, { kind: other }) > 0 ? one : other;
}

function findWithin(element: Element, root: ParentNode & Node, saying: string, searches: Searches): FoundSelector[] {
  const found = new Map<SelectorKind, string>();
  const take = (selector: string, kind: SelectorKind) => {
    if (!found.has(kind) && selector.length <= longestSelector && isOnly(root, selector, element, searches))
      found.set(kind, selector);
  };
  const own = namesOf(element, saying);
  for (const { selector, kind } of own) take(selector, kind);
  // Below something that has a name of its own; the tag alone names what is there.
  const tag = CSS.escape(element.localName);
  const below = [...own.slice(0, namesPerLevel), { selector: tag, kind: 'tag' as const }];
  let above = parentIn(element, root);
  for (let level = 0; above && level < levelsUp; level += 1, above = parentIn(above, root))
    for (const anchor of namesOf(above, saying).slice(0, namesPerLevel))
      for (const name of below) take(`${anchor.selector} ${name.selector}`, laterOf(anchor.kind, name.kind));
  const place = placeOf(element, root, saying, searches);
  if (place !== undefined) found.set('place', place);
  return [...found].map(([kind, selector]) => ({ selector, kind })).sort(byLasting);
}

/** By position, from the nearest thing above that has a name, else from the root. */
function placeOf(element: Element, root: ParentNode & Node, saying: string, searches: Searches): string | undefined {
  const steps: string[] = [];
  for (let at: Element | undefined = element; at; at = parentIn(at, root)) {
    const anchor: string | undefined =
      at === element
        ? undefined
        : namesOf(at, saying).find(({ selector }) => isOnly(root, selector, at, searches))?.selector;
    const path = [anchor ?? stepOf(at), ...steps].join(' > ');
    if (path.length > longestSelector) return undefined;
    if (anchor !== undefined || !parentIn(at, root) || at.localName === 'body')
      return root.querySelector(path) === element ? path : undefined;
    steps.unshift(stepOf(at));
  }
  return undefined;
}

function stepOf(element: Element): string {
  let place = 1;
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling)
    if (before.localName === element.localName) place += 1;
  const tag = CSS.escape(element.localName);
  return ['html', 'body'].includes(element.localName) ? tag : `${tag}:nth-of-type(${place})`;
}

/** Not `parentElement`: a form's may be a field of that name, and a row is where its selectors begin. */
function parentIn(element: Element, root: Node): Element | undefined {
  const parent = element.parentNode;
  return parent && parent !== root && parent.nodeType === 1 ? (parent as Element) : undefined;
}

function isOnly(root: ParentNode, selector: string, element: Element, searches: Searches): boolean {
  if (searches.left <= 0) return false;
  searches.left -= 1;
  const found = root.querySelectorAll(selector);
  return found.length === 1 && found[0] === element;
}

/** The names that an element has for itself, as selectors, the most lasting first. */
export function namesOf(element: Element, saying: string): FoundSelector[] {
  const tag = CSS.escape(element.localName);
  const isOwn = (value: string) => isStableName(value) && !isSaidBy(value, saying);
  const id = element.getAttribute('id') ?? '';
  const names: FoundSelector[] = isOwn(id) ? [{ selector: `#${CSS.escape(id)}`, kind: 'id' }] : [];
  const attributes = Array.from(element.attributes).slice(0, attributesLookedAt);
  const presences: FoundSelector[] = [];
  for (const { name, value } of attributes) {
    const kind = kindOf(name);
    if (!kind) continue;
    if (isOwn(value)) names.push({ selector: `${tag}[${name}="${value}"]`, kind });
    else if (kind === 'data') presences.push({ selector: `${tag}[${name}]`, kind });
  }
  names.push(...presences);
  if (/^h[1-3]$|^main$|-/.test(element.localName)) names.push({ selector: tag, kind: 'tag' });
  for (const name of Array.from(element.classList).slice(0, attributesLookedAt))
    if (isOwn(name)) names.push({ selector: `${tag}.${CSS.escape(name)}`, kind: 'class' });
  return names.sort(byLasting);
}

/** `data-v-…` is made up by a build; a title or a value says what the record says. */
function kindOf(attribute: string): SelectorKind | undefined {
  if (/^(?:itemprop|name|data(?!-(?:v|reactid|value|title|text)\b)(?:-[a-z]+)+)$/.test(attribute)) return 'data';
  return /^(?:aria-label|role)$/.test(attribute) ? 'aria' : undefined;
}

/** Short words such as `id` may stand in any text. */
function isSaidBy(value: string, saying: string): boolean {
  return saying !== '' && (saying === value || (value.length > 3 && saying.includes(value)) || value.includes(saying));
}
