import { isElement, isText, isUnread, type NodeBudget, shortTextOf, walkNodes } from './bounded-walk';
import { cleanText, plainDigits } from './clean-text';

const longestLabelledText = 300;
const labelsLookedAt = 200;
const levelsUp = 5;
const siblingsLookedAt = 6;
const firstLetter = /\p{L}/u;

/** What stands at the labels of a page. Keys are those of `labelKey`. */
export interface LabelledValues {
  /** The values found at each label, first to last. */
  values: ReadonlyMap<string, readonly string[]>;
  /** The heading before each label's first value. */
  headings: ReadonlyMap<string, Element>;
  /** The document or shadow root that holds it. */
  roots: ReadonlyMap<string, ParentNode>;
}

/** A label as it is compared: without case, white space, a mark for required fields and a colon at the end. */
export function labelKey(text: string): string {
  return cleanText(text)
    .toLowerCase()
    .replace(/[\s*\uff0a]/g, '')
    .replace(/[:\uff1a]$/, '');
}

/**
 * Reads the values at the given labels in one bounded walk. A value counts only where markup ties it to its label: in the same text
 * after a colon, in the next sibling, or in the next sibling of a parent that holds nothing but the label. So the heads of a table's
 * columns, which stand beside one another and above many values, name nothing.
 */
export function readLabelledValues(root: Node, labels: readonly string[], budget: NodeBudget): LabelledValues {
  const wanted = new Set(labels.map(labelKey));
  const firstLetters = new Set([...wanted].map((label) => label.charAt(0)));
  const values = new Map<string, string[]>();
  const headings = new Map<string, Element>();
  const roots = new Map<string, ParentNode>();
  let heading: Element | undefined;
  let looked = 0;

  function readText(node: Text): void {
    if (node.length > longestLabelledText) return;
    // Nearly every text of a page ends here, before it is cleaned: that would be most of a reading's time.
    const letter = firstLetter.exec(node.data)?.[0].toLowerCase();
    const label = letter !== undefined && firstLetters.has(letter) ? splitLabel(node.data, wanted) : undefined;
    if (!label || !isShown(node)) return;
    looked += 1;
    const value = label.value || valueBeside(node, budget);
    if (!value || wanted.has(labelKey(value))) return;
    values.set(label.key, [...(values.get(label.key) ?? []), value]);
    if (roots.has(label.key)) return;
    roots.set(label.key, node.getRootNode() as Document | ShadowRoot);
    if (heading) headings.set(label.key, heading);
  }

  walkNodes(root, budget, (node) => {
    if (isText(node)) readText(node);
    if (!isElement(node)) return looked < labelsLookedAt ? 'enter' : 'stop';
    if (isUnread(node) || namesOtherThings(node)) return 'skip';
    if (/^H[1-3]$/.test(node.tagName)) heading = node;
    return 'enter';
  });
  return { values, headings, roots };
}

/** Menus, tabs, links and the heads of tables use the same words as labels do. */
function namesOtherThings(element: Element): boolean {
  if (/^(NAV|MENU|THEAD|A)$/.test(element.tagName)) return true;
  return /^(navigation|menu(bar)?|tablist|columnheader|link|button)$/.test(element.getAttribute('role') ?? '');
}

function splitLabel(text: string, wanted: ReadonlySet<string>): { key: string; value: string } | undefined {
  const line = cleanText(text);
  if (line === '') return undefined;
  const whole = labelKey(line);
  if (wanted.has(whole)) return { key: whole, value: '' };
  const colon = line.search(/[:\uff1a]/);
  const cut = colon === -1 ? line.search(/[\s#][\d０-９]+$/) : colon;
  if (cut === -1) return undefined;
  const key = labelKey(line.slice(0, cut));
  return wanted.has(key) ? { key, value: line.slice(cut + 1).trim() } : undefined;
}

/** Front ends keep the views they left in the page, unseen. */
function isShown(label: Text): boolean {
  const parent = label.parentElement;
  return parent !== null && (typeof parent.checkVisibility !== 'function' || parent.checkVisibility());
}

function valueBeside(label: Text, budget: NodeBudget): string | undefined {
  const labelLength = cleanText(label.data).length;
  let node: Node = label;
  for (let level = 0; level <= levelsUp; level += 1) {
    const beside = textBeside(node, budget);
    if (beside !== '') return beside;
    const parent: Node | null = node.parentNode;
    if (!parent || (isElement(parent) && /^(TR|[UO]L|BODY)$/.test(parent.tagName))) return undefined;
    const whole = shortTextOf(parent, budget);
    // Room for the mark of a required field and a colon in an element of its own.
    if (whole === undefined || whole.length > labelLength + 4) return undefined;
    // Out of a component that holds nothing but the label.
    const next: Node | undefined = isElement(parent) ? parent : (parent as Partial<ShadowRoot>).host;
    if (!next) return undefined;
    node = next;
  }
  return undefined;
}

/** The next sibling's text; '' when there is none with text, nothing when it cannot be a value. */
function textBeside(node: Node, budget: NodeBudget): string | undefined {
  let sibling = node.nextSibling;
  for (let count = 0; sibling; count += 1, sibling = sibling.nextSibling) {
    if (count === siblingsLookedAt) return undefined;
    if (isElement(sibling) && sibling.tagName === 'TH') return undefined;
    if (isElement(sibling) && isUnread(sibling)) continue;
    const text = shortTextOf(sibling, budget);
    if (text === undefined) return undefined;
    const value = text.replace(/^[\s:\uff1a*\uff0a]+/, '');
    if (value !== '') return value;
  }
  return '';
}

/** The id in a value that was found at an id's label: digits, perhaps with a `#` before and the word of a copy control after. */
export function idFromValue(value: string): string | undefined {
  return /^#?\s*(\d{1,32})(?:\s*(?:复制|copy))?$/i.exec(plainDigits(value))?.[1];
}
