import type { Page } from 'playwright-core';

/** What a surface showed at one moment. */
export type Shown = { heading: string; id: string | undefined; customer: string | undefined };

/** Records, from now on, everything that the opportunity screen shows, each state once. */
export async function recordShown(surface: Page): Promise<() => Promise<Shown[]>> {
  await surface.evaluate(() => {
    const trace: Shown[] = [];
    const look = () => {
      const heading = document.querySelector('h1')?.textContent ?? '';
      const id = /\d{8,32}/.exec(
        document.querySelector('h1')?.parentElement?.textContent?.replace(heading, '') ?? '',
      )?.[0];
      const names = [...document.querySelectorAll('dt')];
      const customer =
        names.find(({ textContent }) => textContent === '客户')?.nextElementSibling?.textContent ?? undefined;
      const shown = { heading, id, customer };
      if (JSON.stringify(shown) !== JSON.stringify(trace.at(-1))) trace.push(shown);
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    look();
    Object.assign(globalThis, { shownTrace: trace });
  });
  return () => surface.evaluate(() => (globalThis as unknown as { shownTrace: Shown[] }).shownTrace);
}
