// A change of signals is rendered in a microtask; a task later it is in the page.
function afterRender(work: () => void): void {
  setTimeout(work);
}

/** After a change of screen: the title is read out, and Tab goes on from there. */
export function focusHeading(): void {
  afterRender(() => document.querySelector<HTMLElement>('h1')?.focus());
}

/** After a refused submission. */
export function focusFirstInvalid(): void {
  afterRender(() => {
    const control = document.querySelector<HTMLElement>('[aria-invalid]');
    control?.focus();
    // With what is wrong, which stands under it.
    control?.parentElement?.scrollIntoView({ block: 'nearest' });
  });
}

export function focusById(id: string): void {
  afterRender(() => document.getElementById(id)?.focus());
}

/** A `ref` for what comes into the page by a person's own action: focus goes to its first control. */
export function focusFirstField(element: HTMLElement | null): void {
  element?.querySelector<HTMLElement>('input:checked, input:not([type="radio"]), select, textarea, button')?.focus();
}

/** A `ref` for an outcome: it may come below the window's edge. */
export function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
