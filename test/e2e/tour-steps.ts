import type { TourStep } from './tour.ts';

/** The tour that `npm start` takes where there is no display. */
export const tourSteps: readonly TourStep[] = [
  {
    title: 'The partner CRM shows an opportunity',
    async run({ browser, sandbox }, { say, picture }) {
      const page = await browser.context.newPage();
      await page.goto(`${sandbox.url}/crm/opportunities/20191214888`);
      await page.getByText('20191214888').first().waitFor();
      say(await page.title());
      await picture(page, 'crm-page');
    },
  },
];
