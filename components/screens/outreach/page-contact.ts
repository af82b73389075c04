import { checkField } from '@/lib/operations/check-values';
import { submitOutreach } from '@/lib/operations/submit-outreach';

/** Whom the page is about, as far as its rule reads that. */
export interface PagePerson {
  title?: string | undefined;
  customer?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
}

/** What a task takes from the page beside it, by the document's field names. */
export type PageContact = Readonly<Partial<Record<'user_name' | 'phone_number' | 'email', string>>>;

/** Undefined where the page names nobody. What would be refused, a masked number for one, is left for a person to type. */
export function contactOf({ customer, title, phone, email }: PagePerson): PageContact | undefined {
  const told = Object.entries({ user_name: customer ?? title, phone_number: phone, email });
  const usable = told.filter(([name, text]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return field && text !== undefined && text !== '' && !checkField(field, text);
  });
  return usable.length > 0 ? Object.fromEntries(usable) : undefined;
}

const { fields }: { fields: Readonly<Record<string, Parameters<typeof checkField>[0]>> } = submitOutreach;
