import { useEffect } from 'preact/hooks';
import { type CardsModel, entryId } from './cards-model';
import { createScanCatcher } from './scan-catcher';

/** A scan that comes while something else has the focus goes where cards are listed, and presses no button. */
export function useStrayScans({ job, form }: Pick<CardsModel, 'job' | 'form'>): void {
  useEffect(() => {
    const catchScan = createScanCatcher();
    const onKey = (event: KeyboardEvent) => {
      const field = event.target instanceof HTMLInputElement ? event.target : undefined;
      // A passphrase may be typed by a program as fast as a scan, and is none.
      const isElsewhere = field?.id === entryId || field?.type === 'password' || document.querySelector('dialog[open]');
      if (job.value || event.isComposing || isElsewhere) return;
      const stray = catchScan(event, field?.value ?? '');
      if (!stray) return;
      event.preventDefault();
      if (field) {
        field.value = stray.before;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      form.take(stray.text);
      document.getElementById(entryId)?.focus();
    };
    // Before whatever has the focus.
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
