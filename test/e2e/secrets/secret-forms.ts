/** One way that a secret can stand in a file or a line: its name and its bytes. */
export type SecretForm = { name: string; bytes: Buffer };

/**
 * The forms that a text is looked for in. Base64 has three, one for each place in a group of three bytes; the
 * characters at both ends depend on the neighbours and are left off.
 */
export function secretForms(secret: string): SecretForm[] {
  const utf8 = Buffer.from(secret, 'utf8');
  const utf16 = Buffer.from(secret, 'utf16le');
  const forms = [
    { name: 'UTF-8', bytes: utf8 },
    { name: 'UTF-16', bytes: utf16 },
    { name: 'hex', bytes: Buffer.from(utf8.toString('hex')) },
    { name: 'upper-case hex', bytes: Buffer.from(utf8.toString('hex').toUpperCase()) },
    { name: 'URL-encoded', bytes: Buffer.from(encodeURIComponent(secret)) },
    { name: 'JSON string', bytes: Buffer.from(JSON.stringify(secret).slice(1, -1)) },
    ...base64Forms('base64', utf8),
    ...base64Forms('base64 of UTF-16', utf16),
  ];
  return forms.filter(
    (form, index) => forms.findIndex((other) => other.bytes.equals(form.bytes)) === index && form.bytes.length > 0,
  );
}

function base64Forms(name: string, bytes: Buffer): SecretForm[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const start = before === 0 ? 0 : before + 1;
    const end = (before + bytes.length) % 3 === 0 ? whole.length : whole.length - 1;
    return { name, bytes: Buffer.from(whole.slice(start, end)) };
  });
}
