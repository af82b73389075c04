import { refuseEndpoint } from '@/lib/connections/endpoint';
import type { TopConnectionSummary } from '@/lib/messages/app-state';
import type { ConnectionInput } from '@/lib/messages/extension-contract';
import { type EndpointChoice, endpointChoiceOf, officialEndpoints } from './endpoints';
import { findPaceIssues, type PaceTexts, paceInput, paceTexts } from './pace-form';

/** What the form holds. The two secrets are empty unless they are being typed. */
export interface ConnectionFields extends PaceTexts {
  name: string;
  endpointChoice: EndpointChoice;
  ownEndpoint: string;
  appKey: string;
  appSecret: string;
  session: string;
  /** The stored session goes, and none takes its place. */
  dropsSession: boolean;
  signMethod: ConnectionInput['signMethod'];
}

export type FieldName = keyof ConnectionFields;

export function fieldsOf(connection: TopConnectionSummary | undefined, newName: string): ConnectionFields {
  const endpointChoice = connection ? endpointChoiceOf(connection.endpoint) : 'domestic';
  return {
    name: connection?.name ?? newName,
    endpointChoice,
    ownEndpoint: connection && endpointChoice === 'custom' ? connection.endpoint : '',
    appKey: connection?.appKey ?? '',
    appSecret: '',
    session: '',
    dropsSession: false,
    signMethod: connection?.signMethod ?? 'hmac-sha256',
    ...paceTexts('top', connection?.pace),
  };
}

export function endpointOf({ endpointChoice, ownEndpoint }: ConnectionFields): string {
  return endpointChoice === 'custom' ? ownEndpoint.trim() : officialEndpoints[endpointChoice];
}

export function inputOf(
  id: string,
  fields: ConnectionFields,
  stored: TopConnectionSummary | undefined,
): ConnectionInput {
  return {
    id,
    platform: 'top',
    name: fields.name.trim(),
    endpoint: endpointOf(fields),
    appKey: fields.appKey.trim(),
    signMethod: fields.signMethod,
    ...paceInput('top', stored?.pace, fields),
  };
}

export type FieldIssues = Partial<Record<FieldName, string>>;

/** What is wrong, by field, as reasons of the catalogue. `keepsSecret`: a stored one goes on being used. */
export function findFieldIssues(fields: ConnectionFields, keepsSecret: boolean): FieldIssues {
  const found: Record<string, string | undefined> = {
    name: findTextIssue(fields.name, 80),
    ownEndpoint: refuseEndpoint(endpointOf(fields)),
    appKey: findTextIssue(fields.appKey, 32) ?? (/^\d+$/.test(fields.appKey.trim()) ? undefined : 'not-digits'),
    appSecret: fields.appSecret.trim() === '' && keepsSecret ? undefined : findTextIssue(fields.appSecret, 1024),
    session: fields.session.trim() === '' ? undefined : findTextIssue(fields.session, 1024),
    ...findPaceIssues(fields),
  };
  return Object.fromEntries(Object.entries(found).filter(([, issue]) => issue !== undefined));
}

function findTextIssue(text: string, maximum: number): string | undefined {
  if (text.trim() === '') return 'required';
  return text.trim().length > maximum ? 'too-long' : undefined;
}

/** Whether it is still the app at the platform that the stored secrets were given for. */
export function isSamePlace(stored: TopConnectionSummary, fields: ConnectionFields): boolean {
  const endpoint = endpointOf(fields);
  const isSameOrigin = URL.canParse(endpoint) && new URL(endpoint).origin === new URL(stored.endpoint).origin;
  return isSameOrigin && stored.appKey === fields.appKey.trim();
}

/** The field that the worker's error speaks of, by the last part of its path. */
export function fieldAt(path: string | undefined): FieldName | undefined {
  const last = path?.split('.').at(-1);
  if (last === 'endpoint') return 'ownEndpoint';
  return (['name', 'appKey', 'appSecret', 'session', 'signMethod'] as const).find((name) => name === last);
}
