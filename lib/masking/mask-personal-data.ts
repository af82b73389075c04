// Digits may be grouped by spaces or hyphens, or by two dots (one is a decimal point), after a country code.
const gap = '[ -]?';
const email = /([\p{L}\d_.+-])[\p{L}\d_.+-]*@((?:[\p{L}\d-]+\.)+[\p{L}]{2,})/gu;
const identity = /(?<!\d)(\d{4})\d{2}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(\d{3}[\dXx])(?![\dXx])/g;
const mobile = new RegExp(
  `(?<!\\d)((?:\\+?86${gap})?1[3-9]\\d)(?:${gap}\\d{4}${gap}|\\.\\d{4}\\.|\\d{3}${gap}\\d)(\\d{4})(?!\\d)`,
  'g',
);
const abroad = /(\+(?!86)\d{1,3})[ -]?(?:\d[ -]?){3,8}(\d{4})(?!\d)/g;
const landline = /(?<!\d)(\(?0\d{2,3}\)?)[ .-]?\d{3,4}[ .-]?(\d{4})(?!\d)/g;

/**
 * Hides the middle of phone and identity numbers and the names of email addresses in free text. Full-width characters
 * and unusual spaces are written plainly first; everything else stays.
 */
export function maskPersonalData(text: string): string {
  return text
    .normalize('NFKC')
    .replace(email, '$1***@$2')
    .replace(identity, '$1**********$2')
    .replace(mobile, '$1****$2')
    .replace(abroad, '$1****$2')
    .replace(landline, '$1****$2');
}

/** As `maskPersonalData`, but what holds nothing to hide stays as it was written. */
export function maskWhereFound(text: string): string {
  const masked = maskPersonalData(text);
  return masked === text.normalize('NFKC') ? text : masked;
}
