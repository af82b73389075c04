import type { HandlersOf } from '@/lib/background/handlers';
import type { Database } from '@/lib/storage/open-database';
import { inWriteTransaction } from '@/lib/storage/write-transaction';

/** How columns were matched to fields once, by the name that a person gave it. */
export function createTemplateHandlers(database: Database, newId: () => string): HandlersOf<'templates'> {
  return {
    async 'templates.list'({ operation }) {
      const all = await database.getAll('templates');
      const own = all.filter((template) => template.operation === operation);
      return { templates: own.sort((one, other) => one.name.localeCompare(other.name, 'zh-CN')) };
    },
    async 'templates.save'({ operation, name, fields }) {
      return inWriteTransaction(database, ['templates'], async (transaction) => {
        const store = transaction.objectStore('templates');
        const known = (await store.getAll()).find((one) => one.operation === operation && one.name === name);
        const id = known?.id ?? newId();
        await store.put({ id, operation, name, fields });
        return { id };
      });
    },
    async 'templates.delete'({ id }) {
      await database.delete('templates', id);
      return {};
    },
  };
}
