const named = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** XML's five entities, character references and its one newline. */
export function decodeXml(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (entity, hex, decimal, name: string) => {
    if (name !== undefined) return named.get(name) ?? entity;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

/** The value of `name="…"` among a tag's attributes; a prefix belongs to the name. */
export function readAttribute(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(name);
  while (at >= 0) {
    const equals = at + name.length;
    if (attributes.charCodeAt(at - 1) <= 32 && attributes.charCodeAt(equals) === 61) {
      const end = attributes.indexOf(attributes.charAt(equals + 1), equals + 2);
      return end < 0 ? undefined : decodeXml(attributes.slice(equals + 2, end));
    }
    at = attributes.indexOf(name, equals);
  }
  return undefined;
}

/** Office writes characters that XML cannot hold as _xHHHH_, and that very text with its underscore written so. */
export function decodeOfficeText(raw: string): string {
  const text = decodeXml(raw);
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\da-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
