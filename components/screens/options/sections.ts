/** The options page's parts, in the order in which a new user meets them. */
export const sections = ['connections', 'defaults', 'sites', 'advice', 'appearance', 'security', 'data'] as const;

export type Section = (typeof sections)[number];

export function sectionHref(section: Section): string {
  return `#/${section}`;
}

/** An address that leads nowhere leads to the connections. */
export function readSection(hash: string): Section {
  const name = hash.replace(/^#\/?/, '').split('/')[0];
  return sections.find((section) => section === name) ?? 'connections';
}
