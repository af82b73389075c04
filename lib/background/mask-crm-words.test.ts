import { expect, it } from 'vitest';
import { maskCrmWords } from './mask-crm-words';

it('what the CRM says of a record and of its fields is kept without anybody’s number', () => {
  const platform = { code: '422', message: '手机 13912345678 已存在' };
  const outcome = {
    kind: 'refused',
    error: { code: 'rejected' as const, detail: { platform } },
    fields: [{ field: 'note', message: '不能包含 wang@example.com' }],
    results: [{ field: 'note', is: '13912345678' }],
  };
  expect(maskCrmWords(outcome)).toEqual({
    ...outcome,
    error: { code: 'rejected', detail: { platform: { code: '422', message: '手机 139****5678 已存在' } } },
    fields: [{ field: 'note', message: '不能包含 w***@example.com' }],
  });
  const saved = { kind: 'saved', results: [] };
  expect(maskCrmWords(saved)).toEqual(saved);
});
