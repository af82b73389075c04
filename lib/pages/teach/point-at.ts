import { holderOf } from './holder-of';

/** What stands at a place in the window, into open shadow roots and frames of the same site. `ours`: what lies over the page. */
export function elementAt(x: number, y: number, ours: Element): Element | undefined {
  let root: Document | ShadowRoot = ours.ownerDocument;
  let found: Element | undefined;
  let [left, top] = [x, y];
  for (let depth = 0; depth < 10; depth += 1) {
    const inRoot: Document | ShadowRoot = root;
    const at: Element | undefined = elementsFrom(root, left, top).find(
      (element) => element !== ours && element.getRootNode() === inRoot,
    );
    if (!at || at === found) return found;
    found = at;
    const inside: Document | ShadowRoot | null | undefined = at.shadowRoot ?? documentOf(at);
    if (!inside) return found;
    if (inside.nodeType === 9) {
      const frame = at.getBoundingClientRect();
      [left, top] = [left - frame.left - at.clientLeft, top - frame.top - at.clientTop];
    }
    root = inside;
  }
  return found;
}

/** Not as a member: a page's `<img name="elementsFromPoint">` would stand in a document's place of it. */
function elementsFrom(root: Document | ShadowRoot, x: number, y: number): Element[] {
  const { elementsFromPoint } = root.nodeType === 9 ? Document.prototype : ShadowRoot.prototype;
  return elementsFromPoint.call(root, x, y);
}

/** Null for a frame of another site. */
function documentOf(element: Element): Document | null | undefined {
  return /^I?FRAME$/.test(element.tagName) ? (element as HTMLIFrameElement).contentDocument : undefined;
}

/** Where an element stands in the window. */
export function boxOf(element: Element): { left: number; top: number; width: number; height: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame) return { left, top, width, height };
  const around = boxOf(frame);
  return { left: left + around.left + frame.clientLeft, top: top + around.top + frame.clientTop, width, height };
}

export const steps = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const;

/** The element that an arrow leads to: up to what holds it, down into it, to its siblings. The same where there is none. */
export function stepFrom(element: Element, key: (typeof steps)[number]): Element {
  switch (key) {
    case 'ArrowUp':
      return holderOf(element) ?? element;
    case 'ArrowDown':
      return (element.shadowRoot ?? documentOf(element)?.body ?? element).firstElementChild ?? element;
    case 'ArrowLeft':
      return element.previousElementSibling ?? element;
    case 'ArrowRight':
      return element.nextElementSibling ?? element;
  }
}
