/**
 * A phone number with its middle hidden: 138****1465. What is too short to be one keeps its last two characters;
 * spaces and dashes go, a country code stays. Nothing stays nothing.
 */
export function maskPhone(phone: string): string {
  const compact = phone.replace(/[\s()-]/g, '');
  const country = /^\+\d{1,2}(?=\d{11}$)/.exec(compact)?.[0] ?? '';
  const number = compact.slice(country.length);
  if (number === '') return '';
  if (number.length < 7) return number.length < 3 ? '**' : `****${number.slice(-2)}`;
  const kept = number.length >= 10 ? 3 : 2;
  return `${country}${number.slice(0, kept)}****${number.slice(-4)}`;
}

/** An address with its name hidden but for the first character: w***@example.com. */
export function maskEmail(email: string): string {
  if (email === '') return '';
  const at = email.lastIndexOf('@');
  if (at < 1) return '***';
  return `${[...email].slice(0, at > 1 ? 1 : 0).join('')}***${email.slice(at)}`;
}
