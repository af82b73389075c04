import { AppError } from '@/lib/errors/app-error';
import type { bulkContract } from '@/lib/messages/bulk-contract';
import type { Handlers } from '@/lib/messages/gate';

async function notYet(): Promise<never> {
  throw new AppError('not-allowed', { reason: 'not-yet' });
}

export function createBulkHandlers(): Handlers<typeof bulkContract> {
  return {
    'bulk.begin': notYet,
    'bulk.addRows': notYet,
    'bulk.endRows': notYet,
    'bulk.configure': notYet,
    'bulk.read': notYet,
    'bulk.rows': notYet,
    'bulk.readCell': notYet,
    'bulk.editCell': notYet,
    'bulk.exclude': notYet,
    'bulk.preview': notYet,
    'bulk.run': notYet,
    'bulk.discard': notYet,
    'bulk.undo': notYet,
    'templates.list': notYet,
    'templates.save': notYet,
    'templates.delete': notYet,
    'job.rows': notYet,
    'job.resultRows': notYet,
    'job.retryFailed': notYet,
    'job.decideAll': notYet,
    'job.search': notYet,
  };
}
