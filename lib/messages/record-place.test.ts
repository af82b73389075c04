import { describe, expect, it } from 'vitest';
import type { ConnectionSummary } from './app-state';
import { crmOf, mayBeOf } from './record-place';

const crm = (id: string, host: string): ConnectionSummary => ({
  ...{ id, platform: 'ikcrm', name: id, baseUrl: `https://${host}/`, hasToken: true, permitted: true },
});
const top = (id: string): ConnectionSummary => ({
  ...{ id, platform: 'top', name: id, endpoint: 'https://top.example/', appKey: '1', signMethod: 'md5' },
  ...{ hasSecret: true, hasSession: false, permitted: true },
});
const a = crm('a', 'a.example');
const b = crm('b', 'b.example');
const telling = (connection: string, operation = 'update-opportunity') => ({ operations: [{ operation, connection }] });

describe('the CRM of a page', () => {
  it.each([
    ['the one that its rule names', [a, b], { origin: 'https://a.example', ...telling('b') }, 'b'],
    ['else the one on its host', [a, b], { origin: 'https://b.example', ...telling('gone') }, 'b'],
    ['else the only one', [top('t'), a], { origin: 'https://front.example' }, 'a'],
    ['unknown among several', [a, b], { origin: 'https://front.example' }, undefined],
    ['unknown among two of its host', [a, crm('a2', 'a.example'), b], { origin: 'https://a.example' }, undefined],
    ['unknown where nothing says where the page is', [a, b], {}, undefined],
  ])('is %s', (_, connections, place, id) => {
    expect(crmOf(connections, place)?.id).toBe(id);
  });
});

describe('what was done through a connection', () => {
  const connections = [a, b, top('t'), top('t2')];
  const edited = (connectionId: string | undefined) => ({ operation: 'update-opportunity', connectionId });
  const released = (connectionId: string) => ({ operation: 'release-opportunity', connectionId });

  it.each([
    ['an edit in its CRM', { origin: 'https://a.example' }, edited('a'), true],
    [
      'a follow-up in another',
      { origin: 'https://a.example' },
      { ...edited('b'), operation: 'write-follow-up' },
      false,
    ],
    ['an edit where its CRM is not known', {}, edited('b'), true],
    ['one through a connection that is gone', { origin: 'https://a.example' }, edited('gone'), true],
    ['one that nobody knows the connection of', { origin: 'https://a.example' }, edited(undefined), true],
    ['a release by the rule’s connection', telling('t2', 'release-opportunity'), released('t2'), true],
    ['a release by another', telling('t2', 'release-opportunity'), released('t'), false],
    ['a release where no rule names one', { origin: 'https://a.example' }, released('t'), true],
    ['a release where the rule’s is gone', telling('gone', 'release-opportunity'), released('t'), true],
  ])('%s may be about the page’s record: %j', (_, place, done, may) => {
    expect(mayBeOf(place, connections, done)).toBe(may);
  });
});
