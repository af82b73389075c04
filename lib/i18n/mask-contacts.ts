import { maskEmail, maskPhone } from './mask';

/** Mobile numbers, numbers with an area code, and addresses; nothing else of a text that no field declares as either. */
const phones = /(?<![\d.])(?:(?:\+86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}|0\d{2,3}-?\d{7,8})(?!\d)/g;
const emails = /[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** A text that is only looked at: whom it belongs to can be guessed, but not called. */
export function maskContacts(text: string): string {
  return text.replace(emails, maskEmail).replace(phones, maskPhone);
}
