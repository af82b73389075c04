import { type FaultDeclaration, type FaultKind, faultOptions } from './fault-kinds.ts';
import type { Fault, FaultMatch, FaultOptions } from './faults.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKind = (value: unknown): value is FaultKind => typeof value === 'string' && Object.hasOwn(faultOptions, value);

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const isTimes = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && Number.isInteger(value) && value > 0);

const readMatch = (value: unknown): FaultMatch | string => {
  if (!isRecord(value)) return 'match is an object';
  const match: FaultMatch = {};
  for (const [name, wanted] of Object.entries(value)) {
    if (name !== 'method' && name !== 'key' && name !== 'object') {
      return `match knows method, key and object, not ${name}`;
    }
    if (typeof wanted !== 'string') return `match.${name} is a string`;
    match[name] = wanted;
  }
  return match;
};

const readOptions = (
  kind: string,
  declared: FaultDeclaration,
  given: Record<string, unknown>,
): FaultOptions | string => {
  const options: FaultOptions = { ...declared.defaults };
  for (const [name, option] of Object.entries(given)) {
    if (!Object.hasOwn(declared.options, name)) return `${kind} has no option ${name}`;
    const type = declared.options[name];
    if (!isScalar(option) || typeof option !== type) return `${name} is a ${type}`;
    const choices = declared.choices?.[name];
    if (choices && !choices.includes(String(option))) return `${name} is one of ${choices.join(', ')}`;
    options[name] = option;
  }
  return options;
};

const readFault = (value: unknown): Fault | string => {
  if (!isRecord(value)) return 'a fault is an object';
  const { kind, times, match = {}, ...given } = value;
  if (!isKind(kind)) return `unknown kind ${JSON.stringify(kind)}; known: ${Object.keys(faultOptions).join(', ')}`;
  const declared: FaultDeclaration = faultOptions[kind];
  const wantedTimes = times === undefined ? (declared.lasting ? null : 1) : times;
  if (!isTimes(wantedTimes)) return 'times is a whole number from 1, or null for no end';
  const options = readOptions(kind, declared, given);
  if (typeof options === 'string') return options;
  const readFor = readMatch(match);
  return typeof readFor === 'string' ? readFor : { kind, times: wantedTimes, match: readFor, options };
};

/** The control request's body → faults, or a sentence saying what is wrong with it. */
export const readFaults = (body: unknown): Fault[] | string => {
  if (!isRecord(body) || !Array.isArray(body.faults)) return 'expected {"faults":[{"kind":…}]}';
  const faults: Fault[] = [];
  for (const value of body.faults) {
    const fault = readFault(value);
    if (typeof fault === 'string') return fault;
    faults.push(fault);
  }
  return faults;
};
