import { boxOf } from './point-at';
import type { PointWords } from './pointed';

/** What lies over the page while somebody points: one element, its insides closed to the page. */
export interface Overlay {
  host: HTMLElement;
  put(): void;
  show(words: PointWords): void;
  /** Draws the frame around an element and says what it reads. */
  mark(element: Element | undefined, says: string): void;
  /** The button at a place, or the one with the focus: what it does. */
  buttonAt(place: { x: number; y: number } | 'focus'): 'skip' | 'stop' | undefined;
  takeFocus(): void;
  remove(): void;
}

// Important, since then what is inside wins over the page's own rules for its elements.
const style = `
:host{all:initial!important;display:block!important;position:fixed!important;inset:0!important;z-index:2147483647!important;cursor:crosshair!important}
#page{position:absolute;inset:0;outline:0}
#mark{position:absolute;box-sizing:border-box;border:2px solid #fff;outline:2px solid #1458d6;border-radius:2px;background:#1458d626;pointer-events:none}
#bar{position:absolute;inset:auto 0 0;display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;padding:10px 16px;background:#10203a;color:#fff;font:14px/1.5 system-ui,sans-serif}
#bar.above{inset:0 0 auto}
#says{flex:1 1 12em;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;color:#bcd3ff}
#hint{flex-basis:100%;color:#c8d2e4}
button{all:unset;padding:2px 12px;border:1px solid #8fa3c4;border-radius:4px;cursor:pointer}
button:focus-visible,#page:focus-visible~#bar{outline:2px solid #8db9ff;outline-offset:-2px}
[hidden]{display:none!important}
`;

export function createOverlay(document: Document): Overlay {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const make = (tag: string, id: string, role: string | null = null) =>
    Object.assign(document.createElement(tag), { id, role });
  const page = make('div', 'page', 'application');
  const mark = make('div', 'mark');
  const bar = make('div', 'bar');
  const ask = make('b', 'ask', 'status');
  const says = make('div', 'says', 'status');
  const [skip, stop] = [make('button', 'skip'), make('button', 'stop')];
  const hint = make('small', 'hint');
  bar.append(ask, says, skip, stop, hint);
  root.append(page, mark, bar);
  page.tabIndex = 0;
  mark.hidden = true;
  // Before anything of ours had it.
  const focused = document.activeElement;

  return {
    host,
    put() {
      // What is modal makes all else in the page unreachable, and lies above it.
      const modal = Array.from(document.querySelectorAll(':modal')).at(-1);
      (modal ?? document.documentElement).append(host);
      host.popover = 'manual';
      host.showPopover();
    },
    show(words) {
      host.lang = words.language;
      ask.textContent = words.ask;
      hint.textContent = words.hint;
      page.ariaLabel = `${words.ask} ${words.hint}`;
      skip.hidden = words.skip === undefined;
      skip.textContent = words.skip ?? '';
      stop.textContent = words.stop;
    },
    mark(element, text) {
      says.textContent = text;
      mark.hidden = element === undefined;
      if (!element) return;
      const { left, top, width, height } = boxOf(element);
      mark.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
      // Out of the way of what stands at the bottom.
      const { clientHeight } = host;
      bar.classList.toggle('above', top > clientHeight / 2 && top + height > clientHeight - bar.offsetHeight);
    },
    buttonAt(place) {
      const at = place === 'focus' ? root.activeElement : root.elementFromPoint(place.x, place.y);
      if (at === skip) return 'skip';
      return at === stop ? 'stop' : undefined;
    },
    takeFocus: () => page.focus({ preventScroll: true }),
    remove() {
      const hadFocus = document.activeElement === host;
      host.remove();
      if (hadFocus && focused?.isConnected && 'focus' in focused)
        (focused as HTMLElement).focus({ preventScroll: true });
    },
  };
}
