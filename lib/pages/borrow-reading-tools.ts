import type { ReadingTools } from './reading-tools';

export const readingToolsKey = Symbol.for('crm-sidekick.reading');

/** Nothing where no reader was put before. Apart from what is lent, so that the borrower does not carry it. */
export function borrowReadingTools(world: object): ReadingTools | undefined {
  return Reflect.get(world, readingToolsKey);
}
