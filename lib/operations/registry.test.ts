import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rowLimits } from '@/lib/messages/rows-per-request';
import { declarations, operations } from './registry';

describe('the registry', () => {
  it('lists the documented APIs, each in the file of its name', () => {
    const files = readdirSync(new URL('.', import.meta.url));
    expect(files).toEqual(expect.arrayContaining([...declarations.keys()].map((id) => `${id}.ts`)));
    expect(declarations.size).toBe(5);
  });

  it.each([...operations])('%s is declared in itself without contradiction', (id, operation) => {
    expect(operation.id).toBe(id);
    const { fields, shared, key, subjectField, rowsPerRequest } = operation;
    expect({ ...shared, ...fields }[key.field]).toMatchObject({ from: 'generated', required: true });
    expect(fields).toHaveProperty(subjectField);
    expect(rowsPerRequest.default).toBeGreaterThanOrEqual(1);
    expect(rowsPerRequest.default).toBeLessThanOrEqual(rowsPerRequest.maximum);
  });

  it('lets a person choose as many rows of one request as an operation can have', () => {
    const several = [...operations].filter(([, { rowsIn }]) => rowsIn);
    expect(Object.fromEntries(several.map(([id, operation]) => [id, operation.rowsPerRequest]))).toEqual(rowLimits);
  });

  it.each([...operations])('%s reads an answer that says nothing as unknown for every row', (_id, operation) => {
    const rows = [{ [operation.subjectField]: '1' }];
    for (const answer of [undefined, null, {}, [], '', 0, { result: {} }])
      expect(operation.readOutcomes(answer, rows).map(({ state }) => state)).toEqual(['unknown']);
  });
});
