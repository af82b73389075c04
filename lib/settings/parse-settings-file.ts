import type * as z from 'zod/mini';
import { type Connection, validateConnection } from '@/lib/connections/connection';
import { AppError } from '@/lib/errors/app-error';
import { findSenseless } from '@/lib/pages/senseless-rule';
import { findJsonFault } from './find-json-fault';
import { type FileConnection, type SettingsFile, settingsFileSchema } from './settings-file-schema';

const maximumFileLength = 1_000_000;

/**
 * Reads a settings file whole or not at all. Throws `invalid-input` with a reason and the path to the first bad place:
 * `connections[0].endpoint`, `preferences.colour` for an unknown key, `3:14` (line and column) in what is not JSON,
 * none when the file as a whole is meant. `allowedEndpoints` are those of a policy in force; the file's own count too.
 */
export function parseSettingsFile(text: string, allowedEndpoints: readonly string[] = []): SettingsFile {
  if (text.length > maximumFileLength) throw refusal('file-too-large');
  return checkSettingsFile(parseJson(text), allowedEndpoints);
}

/** The same for a file that is an object already, as a browser's policy gives it. */
export function checkSettingsFile(value: unknown, allowedEndpoints: readonly string[] = []): SettingsFile {
  refuseOtherKinds(value);
  const parsed = settingsFileSchema.safeParse(value);
  if (!parsed.success) throw refusalOf(parsed.error.issues[0], value);
  const file = parsed.data;
  refuseRepeatedIds('connections', file.connections);
  refuseRepeatedIds('sites', file.sites);
  for (const [index, rule] of (file.sites ?? []).entries()) {
    const senseless = findSenseless(rule);
    if (senseless) throw refusal(senseless.reason, `sites[${index}].${senseless.path}`);
  }
  for (const [index, connection] of (file.connections ?? []).entries()) {
    for (const allowed of [allowedEndpoints, file.policy?.allowedEndpoints ?? []]) {
      const [issue] = validateConnection(completeConnection(connection), allowed);
      if (issue) throw refusal(issue.reason, `connections[${index}].${issue.path}`);
    }
  }
  return file;
}

/** What a file may leave out has its usual value; the secrets are left behind. */
export function completeConnection(connection: FileConnection): Connection {
  const { id, name = id } = connection;
  const pace = connection.pace && { pace: connection.pace };
  if (connection.platform === 'ikcrm') return { id, platform: 'ikcrm', name, baseUrl: connection.baseUrl, ...pace };
  const { endpoint, appKey, signMethod = 'hmac-sha256' } = connection;
  return { id, platform: 'top', name, endpoint, appKey, signMethod, ...pace };
}

const platforms: readonly unknown[] = ['top', 'ikcrm'];

/** Throws `invalid-input` with the line and column of what is not JSON. */
export function parseJson(text: string): unknown {
  // Windows' editor puts it there.
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return JSON.parse(content) as unknown;
  } catch {
    // The engine's message quotes the text, which may hold secrets: it goes nowhere.
    const fault = findJsonFault(content);
    throw refusal('not-json', fault && `${fault.line}:${fault.column}`);
  }
}

/** Said before anything else, since such files are right in themselves and a person should not go looking for faults in them. */
function refuseOtherKinds(value: unknown): void {
  if (!isRecord(value)) return;
  if (value.version !== undefined && value.version !== 1) throw refusal('wrong-version', 'version');
  if (!Array.isArray(value.connections)) return;
  const index = value.connections.findIndex(
    (connection) =>
      isRecord(connection) && typeof connection.platform === 'string' && !platforms.includes(connection.platform),
  );
  if (index !== -1) throw refusal('platform-not-supported', `connections[${index}].platform`);
}

function refuseRepeatedIds(key: string, list: readonly { id: string }[] = []): void {
  const index = list.findIndex(({ id }, position) => list.findIndex((other) => other.id === id) !== position);
  if (index !== -1) throw refusal('duplicate-id', `${key}[${index}].id`);
}

/** The first thing that the schema found wrong, as the error that a person gets. */
export function refusalOf(issue: z.core.$ZodIssue | undefined, value: unknown): AppError {
  if (!issue) return refusal('bad-value');
  if (issue.code === 'unrecognized_keys') return refusal('unknown-key', pathText([...issue.path, issue.keys[0] ?? '']));
  const path = pathText(issue.path);
  if (issue.code === 'too_big' && issue.origin === 'string') return refusal('too-long', path);
  const isMissing = issue.code === 'invalid_type' || issue.code === 'invalid_union';
  if (isMissing && valueAt(value, issue.path) === undefined) return refusal('required', path);
  return refusal('bad-value', path);
}

function refusal(reason: string, path?: string): AppError {
  return new AppError('invalid-input', path ? { reason, path } : { reason });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (place, key) => (isRecord(place) && Object.hasOwn(place, key) ? place[key as string] : undefined),
    value,
  );
}

/** `connections[0].endpoint`; a key that is no plain name is quoted, and cut where it would fill a screen. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    const name = String(key).slice(0, 60);
    if (!/^[\w-]+$/.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text === '' ? name : `${text}.${name}`;
  }, '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
