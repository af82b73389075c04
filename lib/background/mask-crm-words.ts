import type { ErrorData } from '@/lib/errors/app-error';
import { maskError } from '@/lib/jobs/mask-result';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';

interface Words {
  error?: ErrorData;
  fields?: readonly { field: string; message: string }[];
}

/** What became of a record, as it is kept: the CRM may repeat in its words whom the record is about. */
export function maskCrmWords<Outcome extends object>(outcome: Outcome & Words): Outcome {
  const { error, fields } = outcome;
  return {
    ...outcome,
    ...(error && { error: maskError(error) }),
    ...(fields && { fields: fields.map(({ field, message }) => ({ field, message: maskWhereFound(message) })) }),
  };
}
