import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wcagTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Every violation of WCAG 2.2 A and AA on the page, one readable line for each node; empty when there is none.
 * `rules`: only these of axe's rules.
 */
export async function findAccessibilityFaults(
  page: Page,
  { rules }: { rules?: readonly string[] } = {},
): Promise<string[]> {
  // By DevTools and not as a script element: the extension's pages allow no scripts but their own.
  await page.evaluate(source);
  const violations = await page.evaluate(
    async (runOnly) => {
      const { axe: checker } = globalThis as unknown as { axe: typeof axe };
      const results = await checker.run({ runOnly, resultTypes: ['violations'] });
      return results.violations;
    },
    rules ? { type: 'rule' as const, values: [...rules] } : { type: 'tag' as const, values: wcagTags },
  );
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map((node) => `${id} (${impact}): ${help} at ${node.target.join(' ')} ${node.html.slice(0, 200)}`),
  );
}
