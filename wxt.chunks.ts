import type { Rolldown } from 'vite';

type NameChunk = Exclude<Rolldown.CodeSplittingGroup['name'], string>;
type Graph = Parameters<NameChunk>[1];

/**
 * Which file of the package a module goes into; null: it stays with the only one who loads it. Left alone, the bundler
 * makes a file of every set of screens that share something, a hundred in all, and their names and headers weigh more in
 * a zip than many of them hold.
 *
 * What decides is who loads the module, so that a new one finds its place by itself. The worker's files hold nothing
 * that needs a page, and a popup's first screen loads nothing that only a later one needs.
 */
export const nameChunk: NameChunk = (id, graph) => {
  // WXT adds its import wherever the word `browser` stands, but only the worker uses it.
  if (id.includes('webextension-polyfill')) return null;
  const { owners, atStart, ever } = findLoaders(id, graph);
  const isFirst = atStart.has('popup') || atStart.has('sidepanel');
  const isOfLaterScreens = !isFirst && (ever.has('popup') || ever.has('sidepanel'));
  // A locked popup opens with it: it waits for no screen.
  const isOfUnlocking = [...owners].every((owner) => /[\\/]unlock-prompt\.tsx$/.test(owner));
  // One file for the other later screens: apart, each is compressed anew and imports what it shares name by name.
  if (isOfLaterScreens && !isOfUnlocking && !ever.has('options') && !ever.has('background')) return 'late';
  if (owners.size === 1) return null;
  if (ever.has('background')) {
    if (isFirst) return 'shared';
    return atStart.has('options') ? 'settings' : 'operations';
  }
  if (isFirst) return atStart.has('options') ? 'start' : 'surface';
  return isOfLaterScreens ? 'controls' : null;
};

interface Loaders {
  /** The modules that bring it along: entrypoints, and what a call of `import` names. */
  owners: Set<string>;
  /** The entrypoints that load it before they show anything, by name. */
  atStart: Set<string>;
  /** Those that may load it at some time. */
  ever: Set<string>;
}

function findLoaders(id: string, graph: Graph): Loaders {
  const found: Loaders = { owners: new Set(), atStart: new Set(), ever: new Set() };
  const seen = { atStart: new Set<string>(), later: new Set<string>() };
  const waiting = [{ id, isLater: false }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { id, isLater } = next;
    const known = isLater ? seen.later : seen.atStart;
    const module = graph.getModuleInfo(id);
    if (!module || known.has(id)) continue;
    known.add(id);
    if (!isLater && (module.isEntry || module.dynamicImporters.length > 0)) found.owners.add(id);
    if (module.isEntry) {
      found.ever.add(nameEntry(id));
      if (!isLater) found.atStart.add(nameEntry(id));
    }
    for (const importer of module.importers) waiting.push({ id: importer, isLater });
    for (const importer of module.dynamicImporters) waiting.push({ id: importer, isLater: true });
  }
  return found;
}

/** `popup` for `…/entrypoints/popup/index.html`. */
function nameEntry(id: string): string {
  return /entrypoints[\\/](\w+)/.exec(id)?.[1] ?? id;
}
