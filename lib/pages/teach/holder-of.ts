/** What holds an element: its parent, or what its shadow root or its frame's document belongs to. */
export function holderOf(element: Element): Element | undefined {
  // Not `parentElement`: a form's may be a field of that name.
  const parent = element.parentNode;
  return parent?.nodeType === 1 ? (parent as Element) : outsideOf(parent);
}

/** The element in which a tree stands: an open shadow root's host, a frame of the same site. */
export function outsideOf(root: Node | null): Element | undefined {
  if (root?.nodeType === 9) return (root as Document).defaultView?.frameElement ?? undefined;
  return (root as Partial<ShadowRoot> | null)?.host;
}
