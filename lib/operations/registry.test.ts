import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentedTypes } from './operation';
import { operations } from './registry';

const all = [...operations];

describe('the registry', () => {
  it('lists every operation that there is a file for, under its file’s name', () => {
    const files = readdirSync(new URL('.', import.meta.url)).filter((file) => /^[a-z-]+\.ts$/.test(file));
    const declared = files.filter((file) =>
      /= defineOperation\(/.test(readFileSync(new URL(file, import.meta.url), 'utf8')),
    );
    expect(all.map(([id]) => `${id}.ts`).sort()).toEqual(declared.sort());
  });

  it.each(all)('%s is declared in itself without contradiction', (id, operation) => {
    expect(operation.id).toBe(id);
    const { fields, key, subjectField, rowsPerRequest } = operation;
    expect(fields[key.field]).toMatchObject({ from: 'generated', required: true });
    expect(fields[subjectField]).toMatchObject({ required: true });
    expect(fields[subjectField]?.from).not.toBe('generated');
    expect(rowsPerRequest.default).toBeGreaterThanOrEqual(1);
    expect(rowsPerRequest.default).toBeLessThanOrEqual(rowsPerRequest.maximum);
    expect(Object.keys(documentedTypes(fields))).toEqual(Object.keys(fields));
  });

  it.each(all)('%s reads an answer that says nothing as unknown for every row', (_id, operation) => {
    const rows = [{ [operation.subjectField]: '1' }];
    for (const answer of [undefined, null, {}, [], '', 0, { result: {} }])
      expect(operation.readOutcomes(answer, rows).map(({ state }) => state)).toEqual(['unknown']);
  });
});
