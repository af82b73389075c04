import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readLevelDbBlocks } from './leveldb-table.ts';
import { secretForms } from './secret-forms.ts';

/** Name → text. Findings tell the name, never the text. */
export type Secrets = Record<string, string>;

/** Shorter texts stand in a browser's files by chance. */
const shortestSecret = 8;

/**
 * Looks for secrets in every file of a folder, as raw bytes and inside LevelDB's compressed blocks, in every form of
 * secretForms. Close the browser first, so that all it holds is written. Gives one line for each finding.
 */
export function findSecretsInFolder(folder: string, secrets: Secrets): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const raw = readFileSync(path);
    return findSecretsInBytes(relative(folder, path), [raw, ...readLevelDbBlocks(raw)], secrets);
  });
}

/** Looks for secrets in lines that were printed, sent or exported. Gives one line for each finding. */
export function findSecretsInLines(what: string, lines: readonly string[], secrets: Secrets): string[] {
  return findSecretsInBytes(what, [Buffer.from(lines.join('\n'), 'utf8')], secrets);
}

function findSecretsInBytes(where: string, parts: readonly Buffer[], secrets: Secrets): string[] {
  return Object.entries(secrets).flatMap(([name, secret]) => {
    if (secret.length < shortestSecret) throw new Error(`${name} is too short to be looked for.`);
    const forms = secretForms(secret).filter(({ bytes }) => parts.some((part) => part.includes(bytes)));
    return forms.map((form) => `${name} stands in ${where} (${form.name})`);
  });
}
