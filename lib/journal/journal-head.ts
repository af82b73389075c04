import type { Database } from '@/lib/storage/open-database';
import type { Verification } from './verify-journal';

const headItem = 'journal-head';

interface Head {
  sequence: number;
  hash: string;
}

interface HeadParts {
  database: Database;
  /** Not the database: who cuts the journal there must find this as well. */
  local: { get(key: string): Promise<Record<string, unknown>>; set(items: Record<string, unknown>): Promise<void> };
}

/**
 * The newest entry's number and hash, noted outside the database, so that entries cut off its end are missed. The note
 * is made after the entry is on disk: it may lag behind, where the worker was killed in between, and is never ahead of
 * a journal that is whole.
 */
export function createJournalHead({ database, local }: HeadParts) {
  let noted: string | undefined;

  async function read(): Promise<Head | undefined> {
    const { sequence, hash } = Object((await local.get(headItem))[headItem]) as Partial<Record<keyof Head, unknown>>;
    return typeof sequence === 'number' && typeof hash === 'string' ? { sequence, hash } : undefined;
  }

  /** What the journal holds in the head's place. */
  async function isHeld(head: Head): Promise<boolean> {
    return (await database.get('journal', head.sequence))?.hash === head.hash;
  }

  return {
    /** Notes the newest entry, unless the one noted before is gone: then the old note stays, as evidence. */
    async follow(): Promise<void> {
      const newest = (await database.transaction('journal').store.openCursor(null, 'prev'))?.value;
      if (!newest || newest.hash === noted) return;
      const head = await read();
      if (head && (head.sequence > newest.sequence || !(await isHeld(head)))) return;
      await local.set({ [headItem]: { sequence: newest.sequence, hash: newest.hash } });
      noted = newest.hash;
    },

    /** Holds a chain that was found whole against the note. */
    async judge(found: Verification): Promise<Verification> {
      if (found.next || found.brokenAt !== undefined) return found;
      const head = await read();
      if (!head || (await isHeld(head))) return found;
      return head.sequence > found.entries
        ? { ...found, brokenAt: found.entries + 1, problem: 'cut-off' }
        : { ...found, brokenAt: head.sequence, problem: 'rewritten' };
    },
  };
}

export type JournalHead = ReturnType<typeof createJournalHead>;
