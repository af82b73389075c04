import { createHash } from 'node:crypto';
import { relative } from 'node:path';

const files = new Map<string, { path: string; names: string[] }>();

/**
 * A class of a CSS module in the production build: what its file is called in three signs, and which of its names it is.
 * Every class stands in a style and in a script, and what one file's names have in common costs a zip nothing.
 */
export function nameClass(name: string, file: string): string {
  // From here on, so that a build is the same on every machine.
  const path = relative(import.meta.dirname, file).replaceAll('\\', '/');
  const sign = createHash('sha256').update(path).digest('base64url').slice(0, 3);
  const known = files.get(sign) ?? { path, names: [] };
  files.set(sign, known);
  if (known.path !== path) throw new Error(`${path} and ${known.path} have the same sign: rename one of them`);
  if (!known.names.includes(name)) known.names.push(name);
  return `_${sign}${known.names.indexOf(name).toString(36)}`;
}
