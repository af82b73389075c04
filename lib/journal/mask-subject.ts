import { maskPersonalData } from '@/lib/masking/mask-personal-data';

/**
 * Operations whose object is named by an id that the platform itself gave. Eleven digits there are a number like any
 * other: hiding its middle would leave a record that does not say what it is about.
 */
const namedByPlatform = new Set(['release-opportunity', 'update-opportunity', 'query-im-settings', 'sell-cards']);

const personal = /@|(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/;

/** An object's name as the journal keeps it: a caller may call a recipient by phone number or email address. */
export function maskSubject(subject: string, operation: string | undefined): string {
  if (operation !== undefined && namedByPlatform.has(operation)) return subject;
  return personal.test(subject.normalize('NFKC')) ? maskPersonalData(subject) : subject;
}
