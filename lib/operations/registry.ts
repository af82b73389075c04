import type { Operation } from './operation';
import { releaseOpportunity } from './release-opportunity';

/** Every operation there is, by id. A new one is a file beside this and a line here. */
export const operations: ReadonlyMap<string, Operation> = new Map([[releaseOpportunity.id, releaseOpportunity]]);
