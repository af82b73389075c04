import { faultOptions, type OptionType } from './fault-kinds.ts';

export type FaultKind = keyof typeof faultOptions;

export type FaultOptions = Record<string, string | number | boolean>;

export type FaultMatch = { method?: string; key?: string; object?: string };

export type Fault = {
  kind: FaultKind;
  /** How many requests it still strikes; null: until it is taken back. */
  times: number | null;
  match: FaultMatch;
  options: FaultOptions;
};

/** What a fault is matched against. */
export type FaultSubject = { method?: string | undefined; key?: string | undefined; objects: readonly string[] };

export type Faults = {
  /** The oldest fault of this kind that fits, one of its times used up. */
  take: (kind: FaultKind, subject: FaultSubject, fits?: (fault: Fault) => boolean) => Fault | undefined;
  add: (faults: Fault[]) => void;
  list: () => Fault[];
  clear: () => void;
};

const strikes = ({ match, times }: Fault, subject: FaultSubject): boolean =>
  (times === null || times > 0) &&
  (match.method === undefined || match.method === subject.method) &&
  (match.key === undefined || match.key === subject.key) &&
  (match.object === undefined || subject.objects.includes(match.object));

export const createFaults = (): Faults => {
  let faults: Fault[] = [];
  return {
    take: (kind, subject, fits = () => true) => {
      const fault = faults.find(
        (candidate) => candidate.kind === kind && strikes(candidate, subject) && fits(candidate),
      );
      if (fault && fault.times !== null) fault.times -= 1;
      faults = faults.filter((candidate) => candidate.times !== 0);
      return fault;
    },
    add: (added) => {
      faults.push(...structuredClone(added));
    },
    list: () => structuredClone(faults),
    clear: () => {
      faults = [];
    },
  };
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKind = (value: unknown): value is FaultKind => typeof value === 'string' && Object.hasOwn(faultOptions, value);

const readMatch = (value: unknown): FaultMatch | string => {
  if (value === undefined) return {};
  if (!isRecord(value)) return 'match is an object';
  const match: FaultMatch = {};
  for (const [name, wanted] of Object.entries(value)) {
    if (name !== 'method' && name !== 'key' && name !== 'object')
      return `match knows method, key and object, not ${name}`;
    if (typeof wanted !== 'string') return `match.${name} is a string`;
    match[name] = wanted;
  }
  return match;
};

const readFault = (value: unknown): Fault | string => {
  if (!isRecord(value)) return 'a fault is an object';
  const { kind, times, match, ...given } = value;
  if (!isKind(kind)) return `unknown kind ${JSON.stringify(kind)}; known: ${Object.keys(faultOptions).join(', ')}`;
  const declared = faultOptions[kind];
  const defaultTimes = declared.lasting ? null : 1;
  if (times !== undefined && times !== null && !(Number.isInteger(times) && Number(times) > 0)) {
    return 'times is a whole number from 1, or null for no end';
  }
  const options: FaultOptions = { ...declared.defaults };
  const types: Record<string, OptionType> = declared.options;
  for (const [name, option] of Object.entries(given)) {
    if (!Object.hasOwn(types, name)) return `${kind} has no option ${name}`;
    if (typeof option !== 'string' && typeof option !== 'number' && typeof option !== 'boolean')
      return `${name} is a ${types[name]}`;
    if (typeof option !== types[name]) return `${name} is a ${types[name]}`;
    options[name] = option;
  }
  const readOrFault = readMatch(match);
  if (typeof readOrFault === 'string') return readOrFault;
  return { kind, times: times === undefined ? defaultTimes : (times as number | null), match: readOrFault, options };
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
