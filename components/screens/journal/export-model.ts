import { type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { formatChinaTime } from '@/lib/i18n/format-time';
import type { CallOutput } from '@/lib/messages/extension-contract';
import type { JournalFilter } from '@/lib/messages/journal-contract';

type Cursor = CallOutput<'journal.export'>['cursor'];

export interface ExportModel {
  action: Action;
  /** Entries looked at so far, while it goes on. */
  progress: ReadonlySignal<{ done: number; total: number } | undefined>;
  /** What is in the file: how many, and the last one, by which the file can be held against the journal. */
  exported: ReadonlySignal<Pick<Cursor, 'entries' | 'lastSequence' | 'lastHash'> | undefined>;
  /** What the filter shows, or all. */
  exportFile(filter?: JournalFilter): Promise<boolean>;
  /** Once more, what failed. */
  retry(): Promise<boolean>;
}

export function createExportModel({ client, ports }: Pick<App, 'client' | 'ports'>): ExportModel {
  const action = createAction();
  const progress = signal<{ done: number; total: number } | undefined>(undefined);
  const exported = signal<Cursor | undefined>(undefined);
  let asked: JournalFilter | undefined;

  async function writeFile(): Promise<void> {
    exported.value = undefined;
    progress.value = undefined;
    let part = await client.call('journal.export', { filter: asked });
    // A blob's content is the browser's to keep, on disk if need be: only the part at hand is in this page's memory.
    let file = new Blob([part.text]);
    while (part.more) {
      progress.value = { done: part.cursor.after, total: part.cursor.upTo };
      part = await client.call('journal.export', { cursor: part.cursor });
      file = new Blob([file, part.text]);
    }
    ports.saveFile(`crm-sidekick-journal-${formatChinaTime(ports.clock()).slice(0, 10)}.jsonl`, file);
    exported.value = part.cursor;
  }

  return {
    action,
    progress,
    exported,
    exportFile(filter) {
      if (!action.isBusy.peek()) asked = filter;
      return action.run(writeFile);
    },
    retry: () => action.run(writeFile),
  };
}
