import type { BulkMessages } from '@/assets/messages/bulk-zh-cn';
import { createCatalogue } from './catalogue';

export type { BulkMessages };

/** What the screens of jobs of many rows say; it comes with them. */
export const bulkCatalogue = createCatalogue<BulkMessages>('bulkMessages', async (next) =>
  next === 'zh-CN'
    ? (await import('@/assets/messages/bulk-zh-cn')).bulkZhCn
    : (await import('@/assets/messages/bulk-en')).bulkEn,
);

export const bulkMessages = bulkCatalogue.words;

interface FieldWords {
  label: string;
  hint: string;
}

/** A field's label and hint; its own name where a newer version's operation has one that is not known here. */
export function fieldWords(operation: string, field: string): FieldWords {
  const fields: Readonly<Record<string, Readonly<Record<string, FieldWords>>>> = bulkMessages.value.fields;
  const ofOperation = Object.hasOwn(fields, operation) ? fields[operation] : undefined;
  return (
    (ofOperation && Object.hasOwn(ofOperation, field) ? ofOperation[field] : undefined) ?? { label: field, hint: '' }
  );
}
