const longestText = 500;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * A platform's error text as people may read it and records may keep it: HTML entities undone (it is shown as plain
 * text, never as markup), no control or format characters, which could turn round or hide what a person reads, the
 * connection's secrets hidden since such texts may echo the request, 500 characters at most.
 */
export function plainText(text: string, secrets: readonly string[], longest = longestText): string {
  return shorten(hide(showAll(unescapeHtml(hide(text, secrets))), secrets), longest);
}

function hide(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [secret, encodeForm(secret)]).filter((form) => form !== '');
  return forms.reduce((hidden, form) => hidden.replaceAll(form, '••••'), text);
}

/** The form in which a secret stands in a request body. */
function encodeForm(value: string): string {
  return new URLSearchParams({ '': value }).toString().slice(1);
}

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function showAll(text: string): string {
  return text.replace(/[\n\r\t\u2028\u2029]+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '');
}

function shorten(text: string, longest: number): string {
  const points = Array.from(text.slice(0, (longest + 1) * 2));
  return points.length <= longest ? points.join('') : `${points.slice(0, longest - 1).join('')}…`;
}
