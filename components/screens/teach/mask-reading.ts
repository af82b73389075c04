import { maskEmail, maskPhone } from '@/lib/i18n/mask';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';

/** What a field reads, with no way to reach anybody. An id is never one, though it may look like it. */
export function maskReading(field: string, text: string): string {
  if (field === 'id') return text;
  if (field.endsWith('phone')) return maskPhone(text);
  return field.endsWith('email') ? maskEmail(text) : maskWhereFound(text);
}
