import type { App } from '../accounts.ts';
import type { FaultSubject } from '../control/faults.ts';
import type { ReadArguments } from '../documents/read-arguments.ts';
import { readArguments } from '../documents/read-arguments.ts';
import { findMethod } from '../methods/known-methods.ts';
import type { TopMethod } from '../methods/method.ts';

/** One request on its way through the checks. */
export type Call = {
  httpMethod: string;
  parameters: ReadonlyMap<string, string>;
  method: TopMethod | undefined;
  app: App | undefined;
  read: ReadArguments;
  subject: FaultSubject;
};

/** `serverTimeMs`: the server's clock, which a fault may have put off. */
export type DatedCall = Call & { serverTimeMs: number };

/** `partner_id` is what official clients add; `simplify` is legal and changes the answer's shape, so it is not ours to send. */
const commonParameters = [
  'method',
  'app_key',
  'session',
  'timestamp',
  'format',
  'v',
  'sign_method',
  'sign',
  'partner_id',
];

const businessParameters = (parameters: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...parameters].filter(([name]) => !commonParameters.includes(name)));

export const createCall = (httpMethod: string, parameters: ReadonlyMap<string, string>, app: App | undefined): Call => {
  const name = parameters.get('method');
  const method = name === undefined ? undefined : findMethod(name);
  const read: ReadArguments = method
    ? readArguments(method.document, businessParameters(parameters))
    : { values: {}, violations: [] };
  return {
    httpMethod,
    parameters,
    method,
    app,
    read,
    subject: { method: name, key: method?.key(read.values), objects: method?.objects(read.values) ?? [] },
  };
};
