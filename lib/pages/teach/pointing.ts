import type { ReadingTools } from '@/lib/pages/reading-tools';
import { idCandidates } from './id-candidates';
import { createOverlay } from './overlay';
import { elementAt, stepFrom, steps } from './point-at';
import { type Candidate, mostCandidates, type PointOrder, type PointState } from './pointed';
import { inRowCandidates, rowCandidates } from './row-candidates';
import { textCandidates } from './text-candidates';

export interface PointingParts {
  window: Window & typeof globalThis;
  tools: ReadingTools;
  /** Somebody has pointed, gone on or stopped. */
  told(): void;
}

/** Somebody pointing in this page, from the first order until it is ended. */
export interface Pointing {
  order(order: PointOrder): void;
  state(): PointState;
  end(): void;
}

const events = [
  'pointerdown pointerup pointermove pointerover pointerout mousedown mouseup mousemove mouseover mouseout',
  'click dblclick auxclick contextmenu touchstart touchend keydown keyup keypress wheel',
].flatMap((names) => names.split(' '));
/** A page that takes the overlay away this often wants nothing of it. */
const mostRemovals = 3;
const longestShown = 80;

/** Lies over the page until something was pointed at. Only what the browser says that a person did counts. */
export function startPointing({ window, tools, told }: PointingParts, first: PointOrder): Pointing {
  const { document } = window;
  const overlay = createOverlay(document);
  const stopping = new AbortController();
  let order = first;
  let outcome: PointState['state'] = 'pointing';
  let candidates: Candidate[] = [];
  let target: Element | undefined;
  let removals = 0;
  const watcher = new MutationObserver(() => {
    if (overlay.host.isConnected || stopping.signal.aborted) return;
    removals += 1;
    if (removals > mostRemovals) finish('removed');
    else put();
  });

  function put(): void {
    overlay.put();
    watcher.observe(overlay.host.parentNode ?? document, { childList: true });
    overlay.takeFocus();
  }

  function end(): void {
    if (stopping.signal.aborted) return;
    stopping.abort();
    watcher.disconnect();
    overlay.remove();
  }

  function finish(next: PointState['state']): void {
    outcome = next;
    if (next === 'ended' || next === 'removed') end();
    told();
  }

  function aim(element: Element | undefined): void {
    target = element;
    overlay.mark(element, element ? sayingOf(tools, element) : '');
  }

  function take(): void {
    if (!target || outcome !== 'pointing') return;
    candidates = candidatesFor(tools, window, target, order).slice(0, mostCandidates);
    if (candidates.length === 0) overlay.mark(target, order.words.nothing);
    else finish('picked');
  }

  function skip(): void {
    const isId = order.field === 'id';
    // The address may say it where the page does not; where neither does there is no going on.
    candidates = isId ? idCandidates(tools, window, undefined) : [];
    if (isId && candidates.length === 0) overlay.mark(target, order.words.nothing);
    else finish(isId ? 'picked' : 'skipped');
  }

  function press(button: 'skip' | 'stop' | undefined): void {
    if (button === 'stop') finish('ended');
    else if (button === 'skip') skip();
    else take();
  }

  function onKey(event: KeyboardEvent): void {
    const step = steps.find((key) => key === event.key);
    const isOurs = step !== undefined || ['Enter', ' ', 'Escape'].includes(event.key);
    if (isOurs) event.preventDefault();
    if (event.type !== 'keydown' || event.repeat) return;
    if (event.key === 'Escape') finish('ended');
    else if (event.key === 'Enter' || event.key === ' ') press(overlay.buttonAt('focus'));
    else if (step) {
      aim(stepFrom(target ?? document.body, step));
      target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      aim(target);
    }
  }

  function onMouse(event: MouseEvent): void {
    const place = { x: event.clientX, y: event.clientY };
    const isMove = event.type === 'pointermove';
    // Scrolled by us; a movement prevented would be no less a movement.
    if (event instanceof WheelEvent) scroll(elementAt(place.x, place.y, overlay.host), event);
    if (!isMove) event.preventDefault();
    if (!isMove && event.type !== 'click') return;
    const button = overlay.buttonAt(place);
    if (!button) aim(elementAt(place.x, place.y, overlay.host));
    if (!isMove) press(button);
  }

  function onEvent(event: Event): void {
    // A page can say that anything happened; the browser knows what a person did.
    if (!event.isTrusted) return;
    event.stopImmediatePropagation();
    if (event instanceof KeyboardEvent) onKey(event);
    else if (event instanceof MouseEvent) onMouse(event);
  }

  for (const type of events)
    window.addEventListener(type, onEvent, { capture: true, passive: false, signal: stopping.signal });
  for (const type of ['scroll', 'resize'])
    window.addEventListener(type, () => aim(target), { capture: true, passive: true, signal: stopping.signal });
  put();
  overlay.show(order.words);

  return {
    order(next) {
      order = next;
      outcome = 'pointing';
      candidates = [];
      overlay.show(next.words);
      aim(target?.isConnected ? target : undefined);
    },
    state: () => ({ state: outcome, field: order.field, candidates }),
    end,
  };
}

function sayingOf(tools: ReadingTools, element: Element): string {
  try {
    return tools.textOf({ from: 'selector' }, element, { left: 200 })?.slice(0, longestShown) ?? '';
  } catch {
    return '';
  }
}

/** None where the page has put its own in place of what is needed. */
function candidatesFor(tools: ReadingTools, window: Window, element: Element, { field, row }: PointOrder): Candidate[] {
  const { document } = window;
  try {
    if (field === 'id') return idCandidates(tools, window, element);
    if (field === 'row') return rowCandidates(tools, document, element);
    if (field.startsWith('row.')) return row === undefined ? [] : inRowCandidates(tools, document, element, row);
    return textCandidates(tools, document, element, field as Parameters<typeof textCandidates>[3]);
  } catch {
    return [];
  }
}

/** The page cannot scroll by itself under what lies over it. */
function scroll(from: Element | undefined, { deltaX, deltaY }: WheelEvent): void {
  for (let at: Element | null = from ?? null; at; at = at.parentElement) {
    const before = at.scrollTop + at.scrollLeft;
    at.scrollBy({ left: deltaX, top: deltaY, behavior: 'instant' });
    if (at.scrollTop + at.scrollLeft !== before) return;
  }
}
