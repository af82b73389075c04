import { createHash, createHmac } from 'node:crypto';

const signers: Record<string, (secret: string, text: string) => string> = {
  md5: (secret, text) => createHash('md5').update(`${secret}${text}${secret}`, 'utf8').digest('hex'),
  hmac: (secret, text) => createHmac('md5', secret).update(text, 'utf8').digest('hex'),
  'hmac-sha256': (secret, text) => createHmac('sha256', secret).update(text, 'utf8').digest('hex'),
};

/** The platform's document 101617. Undefined when the method of signing is none of the platform's. */
export const computeSignature = (
  parameters: ReadonlyMap<string, string>,
  secret: string,
  signMethod: string,
): string | undefined => {
  if (!Object.hasOwn(signers, signMethod)) return undefined;
  // Official clients leave empty values out of the text they sign, so an empty one that was sent does not count.
  const names = [...parameters.keys()].filter((name) => name !== 'sign' && parameters.get(name) !== '').sort();
  const text = names.map((name) => `${name}${parameters.get(name) ?? ''}`).join('');
  return signers[signMethod]?.(secret, text).toUpperCase();
};
