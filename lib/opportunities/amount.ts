const longestExponent = 100;

/**
 * A decimal number in the one form in which equal amounts are equal texts: `20000.0` → `20000`, `2e4` → `20000`,
 * `-0` → `0`. Digits only, never a float. Undefined when the text is no decimal number.
 */
export function normaliseAmount(text: string): string | undefined {
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim());
  if (!parts) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const shift = Number(exponent);
  if (Math.abs(shift) > longestExponent) return undefined;
  const point = whole.length + shift;
  const digits = `${whole}${fraction}`;
  const padded = '0'.repeat(Math.max(0, -point)) + digits + '0'.repeat(Math.max(0, point - digits.length));
  const cut = Math.max(0, point);
  const integer = padded.slice(0, cut).replace(/^0+(?=\d)/, '') || '0';
  const decimals = padded.slice(cut).replace(/0+$/, '');
  const amount = decimals === '' ? integer : `${integer}.${decimals}`;
  return sign === '-' && amount !== '0' ? `-${amount}` : amount;
}

/** An amount as the CRM wrote it, but for an exponent, which nobody reads. Text that is no number stays as it is. */
export function readAmount(text: string): string {
  return /[eE]/.test(text) ? (normaliseAmount(text) ?? text) : text;
}

/**
 * What a person typed, as a decimal: full-width digits, grouping commas and the currency (`１２,０００.５`, `¥20,000.00`,
 * `20,000元`) are understood.
 */
export function readTypedAmount(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const bare = plain.replace(/^(?:[¥￥]|RMB|CNY)\s*/i, '').replace(/\s*(?:元整?|RMB|CNY)$/i, '');
  return /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : plain;
}
