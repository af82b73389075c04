import { describe, expect, it } from 'vitest';
import type { DocumentRow } from '@/test/fixtures/documents/document';
import { documents } from '@/test/fixtures/documents/documents';
import { placedFields, placedMembers } from './field-places';
import type { Declaration } from './operation';
import { declarations } from './registry';

/** Path → what is said of it: its type, and for requests whether it is required. */
type Table = Map<string, string>;

const scalars = ['String', 'Number', 'Boolean', 'Date', 'String[]', 'Number[]'];

function documentedTable(rows: readonly DocumentRow[], root = ''): Table {
  return new Map(
    rows.flatMap((row): [string, string][] => {
      const path = `${root}${row.name}`;
      const isList = row.type?.endsWith('[]') === true && row.rows !== undefined;
      const type = row.type !== undefined && scalars.includes(row.type) ? row.type : isList ? 'list' : 'object';
      const inner = documentedTable(row.rows ?? [], isList ? `${path}[].` : `${path}.`);
      return [[path, saying(row.type === undefined ? 'untyped' : type, row.required)], ...inner];
    }),
  );
}

function saying(type: string, required: boolean | undefined): string {
  return required === undefined ? type : `${type}, ${required ? 'required' : 'optional'}`;
}

/** What the declaration says in the document's form; objects around fields are sent whenever one of theirs is. */
function declaredRequest(declaration: Declaration): Table {
  const { parameter, rowsIn } = declaration;
  const containers = new Map<string, string>();
  const placed = placedFields(declaration);
  if (parameter !== undefined) containers.set(parameter, 'object, required');
  if (rowsIn?.of === 'objects') containers.set(`${parameter}.${rowsIn.list}`, 'list, required');
  for (const { path, name, field } of placed)
    if (field.group) containers.set(path.slice(0, -name.length - 1), 'object, optional');
  const fields = placed.map(({ path, field }) => [path, saying(field.documented, field.required)] as const);
  return new Map([...containers, ...fields]);
}

const declaredAnswer = (declaration: Declaration): Table =>
  new Map(placedMembers(declaration.answer).map(({ path, type }) => [path, type]));

interface Deviation {
  operation: string;
  path: string;
  documented: string | undefined;
  declared: string | undefined;
  reason: string;
}

/** Every place where a declaration says other than its document, and why. Nothing else may differ. */
const deviations: readonly Deviation[] = [
  ...['initiative_batch_task_request', 'param_batch_open_card_open_req'].map((path) => ({
    operation: path.startsWith('initiative') ? 'submit-outreach' : 'sell-cards',
    path,
    documented: 'object, optional',
    declared: 'object, required',
    reason: 'the object is marked optional, yet holds required fields: without it there is nothing to do',
  })),
  ...(['use_platform', 'book_code', 'book_owner_id'] as const).map((name) => ({
    operation: 'submit-outreach',
    path: `initiative_batch_task_request.use_book_info.${name}`,
    documented: name === 'book_owner_id' ? 'Number, required' : 'String, required',
    declared: name === 'book_owner_id' ? 'Number, optional' : 'String, optional',
    reason: 'required inside a group that is optional: a rule asks for all three or none',
  })),
  ...['success', 'message'].map((name) => ({
    operation: 'submit-outreach',
    path: `result.data[].${name}`,
    documented: undefined,
    declared: name === 'success' ? 'Boolean' : 'String',
    reason: 'the printed table is flattened: success and message may have been meant for a task as well',
  })),
  {
    operation: 'query-im-settings',
    path: 'result.error_msg',
    documented: 'Number',
    declared: 'String',
    reason: 'the sample is "ok"',
  },
  {
    operation: 'query-im-settings',
    path: 'result.data.sub_account_info_list',
    documented: 'String[]',
    declared: 'list',
    reason: 'printed as String[], though its rows and the sample are objects',
  },
  {
    operation: 'sell-cards',
    path: 'result.result.result_map',
    documented: 'String',
    declared: 'Map',
    reason: 'a String that holds id → description in an encoding the document does not name',
  },
];

/** The only table without types is 001's: there our types are not held to anything but presence and requiredness. */
function differences(operation: string, documented: Table, declared: Table): string[] {
  const paths = new Set([...documented.keys(), ...declared.keys()]);
  return [...paths].flatMap((path) => {
    const [one, other] = [documented.get(path), declared.get(path)];
    const isUntyped = one?.startsWith('untyped');
    const isSame = isUntyped
      ? other !== undefined && (one === 'untyped' || one?.split(', ')[1] === other.split(', ')[1])
      : one === other;
    return isSame ? [] : [describeDifference({ operation, path, documented: one, declared: other })];
  });
}

function describeDifference({ operation, path, documented, declared }: Omit<Deviation, 'reason'>): string {
  return `${operation} ${path}: ${documented ?? 'not documented'} → ${declared ?? 'not declared'}`;
}

describe.each(documents)('$api', (document) => {
  const declaration = declarations.get(document.operation);
  if (!declaration) throw new Error(`nothing declares ${document.api}`);

  it('is called by its documented name', () => {
    expect(declaration.method).toBe(document.api);
  });

  it('declares every documented field, invents none, and differs only where a reason is given', () => {
    const url = (document.url ?? []).map((row) => ({ ...row, name: `:${row.name}` }));
    const request = documentedTable([...url, ...document.request]);
    const found = [
      ...differences(declaration.id, request, declaredRequest(declaration)),
      ...differences(declaration.id, documentedTable(document.answer), declaredAnswer(declaration)),
    ];
    const named = deviations.filter(({ operation }) => operation === declaration.id);
    expect(found.sort()).toEqual(named.map(describeDifference).sort());
  });

  it('has rules, a key and a subject that speak of its own fields', () => {
    const names = placedFields(declaration).map(({ name }) => name);
    const spoken = declaration.rules.flatMap((rule) =>
      rule.kind === 'required-for-channel' ? [rule.field] : rule.fields,
    );
    expect(names).toEqual(expect.arrayContaining([...spoken, declaration.subjectField]));
  });
});

it('every declaration has its document', () => {
  expect(documents.map(({ operation }) => operation).sort()).toEqual([...declarations.keys()].sort());
});
