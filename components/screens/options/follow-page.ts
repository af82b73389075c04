import { focusHeading } from './focus';
import type { OptionsModel } from './options-model';

/** Sections follow the address, and nothing typed goes with the page unasked. */
export function followPage(model: OptionsModel): void {
  addEventListener('hashchange', () => {
    const before = model.section.value;
    model.show(location.hash);
    if (model.section.value === before) return;
    scrollTo(0, 0);
    focusHeading();
  });
  addEventListener('beforeunload', (event) => {
    if (model.unsaved.value.length > 0) event.preventDefault();
  });
}
