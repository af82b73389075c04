import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { checkValues } from '@/lib/operations/check-values';
import type { FieldReason } from '@/lib/operations/operation';
import { releaseOpportunity } from '@/lib/operations/release-opportunity';
import { joinMemo, splitMemo } from './memo';

/** The form's fields in the order in which they stand. */
export const releaseFields = [
  'opportunity_id',
  'memo',
  'territory_code',
  'operator_id',
  'operator_name',
  'out_release_time',
  'ext_info',
] as const;
export type ReleaseField = (typeof releaseFields)[number];
type TypedField = Exclude<ReleaseField, 'memo'>;

export interface ReleaseForm {
  fields: Readonly<Record<TypedField, Signal<string>>>;
  reason: Signal<string | undefined>;
  note: Signal<string>;
  memo: ReadonlySignal<string>;
  /** The row as it would be sent: trimmed, empty fields left out. */
  row: ReadonlySignal<Record<string, string>>;
  isValid: ReadonlySignal<boolean>;
  /** What is wrong with the fields that were left or submitted. */
  issueOf(field: ReleaseField): FieldReason | undefined;
  /** Whether something is wrong with it, shown or not. */
  isFaulty(field: ReleaseField): boolean;
  shownIssues: ReadonlySignal<number>;
  leave(field: ReleaseField): void;
  /** Shows every issue; answers the first faulty field. */
  checkAll(): ReleaseField | undefined;
  fill(values: Readonly<Record<string, string>>, reasons: readonly string[]): void;
  /** Everything that was entered, empty fields too, for the draft. */
  entered(): Record<string, string>;
}

export function createReleaseForm(): ReleaseForm {
  const fields = {
    opportunity_id: signal(''),
    territory_code: signal(''),
    operator_id: signal(''),
    operator_name: signal(''),
    out_release_time: signal(''),
    ext_info: signal(''),
  };
  const reason = signal<string | undefined>(undefined);
  const note = signal('');
  const left = signal<ReadonlySet<string>>(new Set());
  const memo = computed(() => joinMemo(reason.value, note.value));
  const row = computed(() => {
    const texts = releaseFields.map((name) => [name, textOf(name).trim()] as const);
    return Object.fromEntries(texts.filter(([, text]) => text !== ''));
  });
  const issues = computed(
    () => new Map(checkValues(releaseOpportunity, row.value).map((issue) => [issue.field, issue.reason])),
  );
  const shown = computed(() => releaseFields.filter((name) => left.value.has(name) && issues.value.has(name)));

  function textOf(name: ReleaseField): string {
    return name === 'memo' ? memo.value : fields[name].value;
  }

  return {
    fields,
    reason,
    note,
    memo,
    row,
    isValid: computed(() => issues.value.size === 0),
    issueOf: (field) => (shown.value.includes(field) ? issues.value.get(field) : undefined),
    isFaulty: (field) => issues.value.has(field),
    shownIssues: computed(() => shown.value.length),
    leave: (field) => {
      left.value = new Set([...left.value, field]);
    },
    checkAll() {
      left.value = new Set(releaseFields);
      return releaseFields.find((name) => issues.value.has(name));
    },
    fill: (values, reasons) =>
      batch(() => {
        for (const [name, field] of Object.entries(fields)) field.value = values[name] ?? '';
        const parts = splitMemo(values.memo ?? '', reasons);
        reason.value = parts.reason;
        note.value = parts.note;
        left.value = new Set();
      }),
    entered: () => Object.fromEntries(releaseFields.map((name) => [name, textOf(name)])),
  };
}
