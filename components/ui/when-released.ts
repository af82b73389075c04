/**
 * Does it now, or once the pointer that is pressed is let go and its click has come. A press elsewhere takes the focus
 * from a field before its click: an error that shows at the field in between moves the page from under the pointer, and
 * the click is lost.
 */
export function whenReleased(work: () => void): void {
  if (!document.documentElement.matches(':active')) {
    work();
    return;
  }
  const waiting = new AbortController();
  const release = () => {
    waiting.abort();
    setTimeout(work);
  };
  // After a drag there is no mouseup; a key tells that an end of the press was missed.
  for (const event of ['mouseup', 'dragend', 'keydown'])
    globalThis.addEventListener(event, release, { capture: true, signal: waiting.signal });
}
