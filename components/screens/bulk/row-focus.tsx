import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import styles from './bulk.module.css';

/** Where the focus was: beside the rows, or in a row, with what tells the control there. */
interface Place {
  row: number;
  label: string | null;
  /** Its position among the row's last controls, which act on the row as a whole; -1: it is none of them. */
  action: number;
}

/**
 * Rows that are corrected or taken out change and go while they have the focus, which then falls to the page's beginning.
 * In here it goes to what stands in their place: the same control, or that of the next row, or the filter above.
 */
export function RowFocus({ children }: { children: ComponentChildren }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => (frame.current ? keepFocus(frame.current) : undefined), []);
  return (
    <div ref={frame} class={styles.contents}>
      {children}
    </div>
  );
}

function keepFocus(frame: HTMLElement): () => void {
  let last: Place | undefined;
  const hasFallen = () => document.activeElement === document.body || document.activeElement === null;
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement) last = placeOf(frame, target, last);
  };
  const onBlur = ({ target, relatedTarget }: FocusEvent) => {
    // Somebody goes on elsewhere.
    if (relatedTarget instanceof Node && !frame.contains(relatedTarget)) last = undefined;
    // What is still there was left by the person, who then looks at something else.
    queueMicrotask(() => {
      if (target instanceof Node && target.isConnected && hasFallen()) last = undefined;
    });
  };
  const observer = new MutationObserver(() => {
    if (last && hasFallen()) find(frame, last)?.focus();
  });
  observer.observe(frame, { childList: true, subtree: true });
  frame.addEventListener('focusin', onFocus);
  frame.addEventListener('focusout', onBlur);
  return () => observer.disconnect();
}

const editor = 'input, textarea';

function rowsIn(frame: HTMLElement): HTMLElement[] {
  return [...frame.querySelectorAll<HTMLElement>('tbody tr')];
}

function controlsOf(part: ParentNode | null | undefined): HTMLElement[] {
  return [...(part?.querySelectorAll<HTMLElement>('button') ?? [])];
}

function placeOf(frame: HTMLElement, target: HTMLElement, before: Place | undefined): Place {
  const row = target.closest('tr');
  const index = row ? rowsIn(frame).indexOf(row) : -1;
  // In a cell that is being corrected the place is that of the button that opened it.
  if (target.matches(editor) && before?.row === index) return before;
  const action = controlsOf(row?.lastElementChild).indexOf(target);
  return { row: index, label: target.getAttribute('aria-label'), action };
}

function find(frame: HTMLElement, { row, label, action }: Place): HTMLElement | null | undefined {
  const rows = rowsIn(frame);
  const here = row < 0 ? undefined : rows[Math.min(row, rows.length - 1)];
  const controls = controlsOf(here);
  const same = label === null ? undefined : controls.find((control) => control.getAttribute('aria-label') === label);
  return (
    here?.querySelector<HTMLElement>(editor) ??
    same ??
    controlsOf(here?.lastElementChild)[action] ??
    controls[0] ??
    frame.querySelector<HTMLElement>('input:checked')
  );
}
