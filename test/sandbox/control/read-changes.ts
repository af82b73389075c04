import { type ChangeDeclaration, type ChangeKind, changeKinds, type DataChange } from './change-kinds.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKind = (value: unknown): value is ChangeKind => typeof value === 'string' && Object.hasOwn(changeKinds, value);

const fits = (type: ChangeDeclaration['set'][string], value: unknown): boolean => {
  if (typeof type === 'object') return type.includes(String(value));
  if (type === 'string[]') return Array.isArray(value) && value.every((item) => typeof item === 'string');
  return typeof value === type;
};

const describe = (type: ChangeDeclaration['set'][string]): string =>
  typeof type === 'object' ? `one of ${type.join(', ')}` : `a ${type}`;

const readChange = (value: unknown): DataChange | string => {
  if (!isRecord(value)) return 'a change is an object';
  const { kind, set = {}, ...given } = value;
  if (!isKind(kind)) return `unknown kind ${JSON.stringify(kind)}; known: ${Object.keys(changeKinds).join(', ')}`;
  const declared: ChangeDeclaration = changeKinds[kind];
  const ids: Record<string, string> = {};
  for (const name of declared.ids) {
    const id = given[name];
    if (typeof id !== 'string') return `${kind} needs ${name}, a string`;
    ids[name] = id;
  }
  const unknownName = Object.keys(given).find((name) => !declared.ids.includes(name));
  if (unknownName !== undefined) return `${kind} has no ${unknownName}`;
  if (!isRecord(set)) return 'set is an object';
  const settings: DataChange['set'] = {};
  for (const [name, setting] of Object.entries(set)) {
    const type = Object.hasOwn(declared.set, name) ? declared.set[name] : undefined;
    if (type === undefined) return `${kind} cannot set ${name}; it can: ${Object.keys(declared.set).join(', ')}`;
    if (!fits(type, setting)) return `${name} is ${describe(type)}`;
    settings[name] = setting as DataChange['set'][string];
  }
  return { kind, ids, set: settings };
};

/** The data request's body → changes, or a sentence saying what is wrong with it. */
export const readChanges = (body: unknown): DataChange[] | string => {
  if (!isRecord(body) || !Array.isArray(body.changes)) return 'expected {"changes":[{"kind":…}]}';
  const changes: DataChange[] = [];
  for (const value of body.changes) {
    const change = readChange(value);
    if (typeof change === 'string') return change;
    changes.push(change);
  }
  return changes;
};
