import type { AnswerLeaf, AnswerShape } from './answer-shape';
import type { Field } from './field';
import type { Declaration } from './operation';

/** Where a field stands in the request, e.g. `initiative_batch_task_request.task_list[].biz_id`. */
export interface PlacedField {
  name: string;
  field: Field;
  path: string;
  isShared: boolean;
}

/** Every field of a declaration with its place in the request. */
export function placedFields({ parameter, shared, fields, rowsIn }: Declaration): PlacedField[] {
  const root = parameter === undefined ? '' : `${parameter}.`;
  const rowRoot = rowsIn?.of === 'objects' ? `${root}${rowsIn.list}[].` : root;
  const place = (name: string, field: Field, isShared: boolean): PlacedField => {
    const group = field.group === undefined ? '' : `${field.group}.`;
    const path = field.place === 'url' ? `:${name}` : `${isShared ? root : rowRoot}${group}${name}`;
    return { name, field, path, isShared };
  };
  return [
    ...Object.entries(shared).map(([name, field]) => place(name, field, true)),
    ...Object.entries(fields).map(([name, field]) => place(name, field, false)),
  ];
}

export interface PlacedMember {
  path: string;
  type: AnswerLeaf | 'object' | 'list';
}

/** Every member of an answer with its place, e.g. `result.data[].task_id`. */
export function placedMembers(shape: AnswerShape, root = ''): PlacedMember[] {
  return Object.entries(shape).flatMap(([name, member]): PlacedMember[] => {
    const path = `${root}${name}`;
    if (typeof member === 'string') return [{ path, type: member }];
    if (isList(member)) return [{ path, type: 'list' }, ...placedMembers(member[0], `${path}[].`)];
    return [{ path, type: 'object' }, ...placedMembers(member, `${path}.`)];
  });
}

function isList(member: AnswerShape | readonly [AnswerShape]): member is readonly [AnswerShape] {
  return Array.isArray(member);
}
