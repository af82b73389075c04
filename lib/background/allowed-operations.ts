import { declarations } from '@/lib/operations/registry';

interface WithOperations<One extends { operation: string }> {
  operations?: One[] | undefined;
}

/** What may be done with a page's record: what its rule lets apply (absent: everything), without what a policy has closed. */
export function withAllowedOperations<Page extends WithOperations<{ operation: string }>>(
  page: Page,
  disabled: readonly string[],
): Page {
  if (disabled.length === 0) return page;
  const operations = page.operations ?? [...declarations.keys()].map((operation) => ({ operation }));
  return { ...page, operations: operations.filter(({ operation }) => !disabled.includes(operation)) };
}
