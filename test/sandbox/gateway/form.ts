/** A decoded request body. The first of two fields with one name counts, as on the platform; the other is a violation. */
export type Form = { fields: Map<string, string>; violations: string[] };

export type FormFault = 'content-type' | 'encoding';

const decodePart = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

const addField = (form: Form, name: string, value: string): void => {
  if (form.fields.has(name)) form.violations.push(`repeated-parameter:${name}`);
  else form.fields.set(name, value);
};

/** Throws URIError when the text is not UTF-8 in percent form. */
export const readUrlEncoded = (text: string): Form => {
  const form: Form = { fields: new Map(), violations: [] };
  for (const pair of text.split('&').filter((part) => part !== '')) {
    const equals = pair.indexOf('=');
    const name = equals < 0 ? pair : pair.slice(0, equals);
    addField(form, decodePart(name), equals < 0 ? '' : decodePart(pair.slice(equals + 1)));
  }
  return form;
};

/** RFC 7578, fields only: a file part takes no share in the signature, so its name is noted and its content dropped. */
const readMultipart = (body: Buffer, boundary: string): Form => {
  const form: Form = { fields: new Map(), violations: [] };
  // latin1 keeps every byte as one character, so the text can be cut before its UTF-8 is read.
  const parts = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`).slice(1);
  for (const part of parts.filter((candidate) => !candidate.startsWith('--'))) {
    const headEnd = part.indexOf('\r\n\r\n');
    const head = headEnd < 0 ? part : part.slice(0, headEnd);
    const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
    if (headEnd < 0 || name === undefined) continue;
    const decode = (text: string) => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
    if (/[;\s]filename="/i.test(head)) form.violations.push(`file-parameter:${decode(name)}`);
    else addField(form, decode(name), decode(part.slice(headEnd + 4)));
  }
  return form;
};

export const readForm = (contentType: string, body: Buffer): Form | FormFault => {
  try {
    const type = contentType.split(';')[0]?.trim().toLowerCase();
    if (type === 'application/x-www-form-urlencoded') {
      return readUrlEncoded(new TextDecoder('utf-8', { fatal: true }).decode(body));
    }
    const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
    if (type === 'multipart/form-data' && boundary) return readMultipart(body, boundary);
    return body.length === 0 ? { fields: new Map(), violations: [] } : 'content-type';
  } catch {
    return 'encoding';
  }
};
