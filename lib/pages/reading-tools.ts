import { readingToolsKey } from './borrow-reading-tools';
import { createDomReader, idIn, textOf } from './dom-source';
import { findPlace, matchingRules, readPage } from './read-page';
import { readRows } from './read-rows';
import { findAllAt } from './selector-path';
import { readUrlSource } from './url-source';

/** What reads pages, for a second script in the same world: a page carries it once. */
const readingTools = {
  createDomReader,
  findAllAt,
  findPlace,
  idIn,
  matchingRules,
  readPage,
  readRows,
  readUrlSource,
  textOf,
};
export type ReadingTools = typeof readingTools;

export function lendReadingTools(world: object): void {
  Reflect.set(world, readingToolsKey, readingTools);
}
