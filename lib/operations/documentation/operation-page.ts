import type { PlacedField } from '@/lib/operations/field-places';
import { placedFields, placedMembers } from '@/lib/operations/field-places';
import type { Declaration } from '@/lib/operations/operation';
import type { Rule } from '@/lib/operations/rule';
import type { DocumentationWords, FieldWords, OperationWords } from '@/lib/operations/words/operation-words';
import type { PageWords } from './page-words';

/** A declaration with whatever else its kind declares. */
export type AnyDeclaration = Declaration & {
  key?: { field?: string; repeat: keyof PageWords['repeats'] };
  rowsPerRequest?: { default: number; maximum: number };
  alwaysSent?: readonly string[];
};

export type AnyWords = Omit<OperationWords<Declaration>, 'fields'> &
  DocumentationWords & { fields: Readonly<Record<string, FieldWords>> };

/** One operation's page in one language, as Markdown. */
export function operationPage(declaration: AnyDeclaration, words: AnyWords, page: PageWords): string {
  const { alwaysSent = [] } = declaration;
  const placed = placedFields(declaration);
  const tables = [
    { title: page.shared, fields: placed.filter(({ isShared }) => isShared) },
    { title: page.row, fields: placed.filter(({ isShared }) => !isShared) },
  ].filter(({ fields }) => fields.length > 0);
  const rules = [
    ...declaration.rules.map((rule) => ruleSentence(rule, page)),
    ...(alwaysSent.length > 0 ? [page.alwaysSent(alwaysSent.map(code))] : []),
  ];
  const members = placedMembers(declaration.answer);
  const blocks = [
    `# ${words.title}`,
    `<!-- ${page.generated} -->`,
    words.about,
    facts(declaration, page),
    `## ${page.fields}`,
    ...tables.flatMap(({ title, fields }) => [
      ...(tables.length > 1 ? [`### ${title}`] : []),
      table(
        page.columns,
        fields.map((placedField) => fieldRow(placedField, words, page)),
      ),
    ]),
    `## ${page.rules}`,
    rules.length > 0 ? rules.map((sentence) => `- ${sentence}`).join('\n') : page.noRules,
    `## ${page.repeat}`,
    ...repeatLine(declaration, page),
    words.repeat,
    `## ${page.outcomes}`,
    table(page.outcomeColumns, words.outcomes),
    `## ${page.undo}`,
    words.undo,
    `## ${page.answer}`,
    members.length > 0
      ? table(
          page.answerColumns,
          members.map(({ path, type }) => [code(path), type]),
        )
      : page.noAnswer,
    ...(words.besides ? [`## ${words.besides.title}`, words.besides.lines.map((line) => `- ${line}`).join('\n')] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function facts({ method, platform, effect, rowsPerRequest }: AnyDeclaration, page: PageWords): string {
  const lines: [string, string][] = [
    [page.api, code(method)],
    [page.platform, page.platforms[platform]],
    [page.effect, page.effects[effect]],
  ];
  if (rowsPerRequest) lines.push([page.rowsPerRequest, page.rows(rowsPerRequest.default, rowsPerRequest.maximum)]);
  return lines.map((line) => `- ${line.join(page.colon)}`).join('\n');
}

function repeatLine({ key }: AnyDeclaration, page: PageWords): string[] {
  if (!key) return [];
  const field = key.field === undefined ? [] : [`${page.keyField}${page.colon}${code(key.field)}`];
  return [[...field, page.repeats[key.repeat]].join(page.semicolon)];
}

function fieldRow({ name, field, path }: PlacedField, { fields }: AnyWords, page: PageWords): string[] {
  const { label, hint } = fields[name] ?? { label: name, hint: '' };
  const demands = [
    page.formats[field.format],
    page.longest(field.maxLength),
    field.options ? page.fromFieldMap : '',
    field.unique ? page.unique : '',
    field.mask ? page.masked : '',
    field.fallback ? page.madeWhenEmpty : '',
  ];
  return [
    code(path),
    label,
    field.documented,
    field.required ? page.yes : page.no,
    page.from[field.from],
    demands.filter(Boolean).join(page.semicolon),
    hint,
  ];
}

function ruleSentence(rule: Rule, page: PageWords): string {
  switch (rule.kind) {
    case 'required-for-channel':
      return page.requiredForChannel(
        code(rule.field),
        rule.channels.map((channel) => page.channels[channel]),
      );
    case 'one-of-required':
      return page.oneOfRequired(rule.fields.map(code));
    case 'required-together':
      return page.requiredTogether(rule.fields.map(code));
  }
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
