import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CallInput, CallOutput } from '@/lib/messages/extension-contract';
import type { Channel } from '@/lib/operations/rule';
import { type BulkOperationId, bulkOperation, isBulkOperation, rowFields, sharedFields } from './bulk-operations';
import { headerKeys } from './header-keys';

type Draft = CallOutput<'bulk.read'>;
export type DraftChange = Omit<CallInput<'bulk.configure'>, 'jobId'>;

/** Where a row's field comes from: nowhere, the same for all rows, or the column of this number. */
export type FieldSource = '' | 'same' | `${number}`;

/** How the columns of a table become an operation's fields, and what all rows have in common. */
export interface ColumnsForm {
  sourceOf(field: string): FieldSource;
  /** A column serves one field: another one that had it is left without. */
  choose(field: string, source: FieldSource): void;
  /** What all rows have, or, beside a column, what stands for its empty cells. */
  textOf(field: string): string;
  setText(field: string, text: string): void;
  channel: ReadonlySignal<Channel | undefined>;
  connectionId: ReadonlySignal<string | undefined>;
  hasHeader: ReadonlySignal<boolean>;
  set(part: Partial<Pick<Whole, 'channel' | 'connectionId' | 'hasHeader'>>): void;
  /** Columns that no field uses, by number. */
  unused: ReadonlySignal<readonly number[]>;
  /** Matches columns by their headers, as a template has them. */
  apply(fields: Readonly<Record<string, string>>): void;
  /** Fills in what has no source yet, by a guess of the columns that no field uses. */
  guess(mapping: readonly string[]): void;
  /** What a template of this would hold: field by header. */
  asTemplate(): Record<string, string>;
  /** What is to be written down; undefined when nothing was changed. */
  changes: ReadonlySignal<DraftChange | undefined>;
  /** What is stored. What a person has changed meanwhile stands. */
  learn(draft: Draft): void;
  /** Everything that was changed is written down: what comes next is what is stored. */
  saved(): void;
}

interface Whole {
  sources: Readonly<Record<string, FieldSource>>;
  texts: Readonly<Record<string, string>>;
  channel: Channel | undefined;
  connectionId: string | undefined;
  hasHeader: boolean;
}

const blank: Whole = { sources: {}, texts: {}, channel: undefined, connectionId: undefined, hasHeader: true };

export function createColumnsForm(): ColumnsForm {
  const stored = signal<Draft | undefined>(undefined);
  const form = signal<Whole>(blank);
  let begunWith = '';
  const header = computed(() => stored.value?.import.header ?? []);
  const change = (part: Partial<Whole>) => {
    form.value = { ...form.peek(), ...part };
  };
  const sourceOf = (field: string) => form.value.sources[field] ?? '';
  const mappingNow = () => {
    const mapping = header.value.map(() => '');
    for (const [field, source] of Object.entries(form.value.sources))
      if (isColumn(source)) mapping[Number(source)] = field;
    return mapping;
  };

  return {
    sourceOf,
    choose(field, source) {
      const others = Object.entries(form.peek().sources).filter(
        ([name, other]) => name !== field && !(isColumn(source) && other === source),
      );
      change({ sources: { ...Object.fromEntries(others), [field]: source } });
    },
    textOf: (field) => form.value.texts[field] ?? '',
    setText: (field, text) => change({ texts: { ...form.peek().texts, [field]: text } }),
    channel: computed(() => form.value.channel),
    connectionId: computed(() => form.value.connectionId),
    hasHeader: computed(() => form.value.hasHeader),
    set: change,
    unused: computed(() => mappingNow().flatMap((field, column) => (field === '' ? [column] : []))),
    apply(fields) {
      const known = fieldsOf(stored.peek()).rows;
      const columns = headerKeys(header.peek()).flatMap((key, column) => {
        const field = Object.hasOwn(fields, key) ? (fields[key] ?? '') : '';
        return known.includes(field) ? [[field, `${column}` as const] as const] : [];
      });
      const same = Object.entries(form.peek().sources).filter(([, source]) => source === 'same');
      change({ sources: { ...Object.fromEntries(same), ...Object.fromEntries(columns) } });
    },
    guess(mapping) {
      const used = mappingNow();
      const { sources } = form.peek();
      const found = mapping.flatMap((field, column) =>
        field !== '' && used[column] === '' && !sources[field] ? [[field, `${column}` as const] as const] : [],
      );
      change({ sources: { ...sources, ...Object.fromEntries(found) } });
    },
    asTemplate() {
      const keys = headerKeys(header.peek());
      const named = mappingNow().map((field, column) => [keys[column] ?? '', field] as const);
      return Object.fromEntries(named.filter(([key, field]) => key !== '' && field !== ''));
    },
    changes: computed(() => {
      // An undo's fields are given, and may be others than a person could choose.
      if (!stored.value || stored.value.summary.undoOf !== undefined) return undefined;
      const now = asStored(form.value, stored.value, mappingNow());
      const before = asStored(read(stored.value), stored.value, stored.value.import.mapping);
      const names = (Object.keys(now) as (keyof typeof now)[]).filter(
        (name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]),
      );
      return names.length === 0 ? undefined : Object.fromEntries(names.map((name) => [name, now[name]]));
    }),
    learn: (draft) =>
      batch(() => {
        const whole = read(draft);
        const isUntouched = JSON.stringify(form.peek()) === begunWith || !stored.peek();
        stored.value = draft;
        if (isUntouched) {
          form.value = whole;
          begunWith = JSON.stringify(whole);
        }
      }),
    saved() {
      begunWith = JSON.stringify(form.peek());
    },
  };
}

function isColumn(source: FieldSource): boolean {
  return source !== '' && source !== 'same';
}

function fieldsOf(draft: Draft | undefined): { rows: string[]; shared: string[] } {
  const id = draft?.summary.operation ?? '';
  if (!isBulkOperation(id)) return { rows: [], shared: [] };
  const operation = bulkOperation(id satisfies BulkOperationId);
  return { rows: rowFields(operation), shared: sharedFields(operation) };
}

/** What is stored, as the form holds it. */
function read(draft: Draft): Whole {
  const { rows } = fieldsOf(draft);
  const sources = rows.map((field): [string, FieldSource] => {
    const column = draft.import.mapping.indexOf(field);
    if (column >= 0) return [field, `${column}`];
    return [field, Object.hasOwn(draft.shared, field) ? 'same' : ''];
  });
  return {
    sources: Object.fromEntries(sources),
    texts: draft.shared,
    channel: draft.channel,
    connectionId: draft.summary.connection.id,
    hasHeader: draft.import.hasHeader,
  };
}

/** What the form holds, as it is stored. */
function asStored({ sources, texts, channel, connectionId, hasHeader }: Whole, draft: Draft, mapping: string[]) {
  const { rows, shared } = fieldsOf(draft);
  const sent = [...shared, ...rows.filter((field) => (sources[field] ?? '') !== '')];
  const values = sent.flatMap((field) => {
    const text = texts[field]?.trim() ?? '';
    return text === '' ? [] : [[field, text] as const];
  });
  return {
    mapping,
    shared: Object.fromEntries(values),
    channel: channel ?? null,
    connectionId: connectionId ?? draft.summary.connection.id,
    hasHeader,
  };
}
