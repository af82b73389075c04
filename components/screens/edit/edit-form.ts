import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { type ChangeIssue, checkChanges } from '@/lib/opportunities/check-changes';
import { type Change, difference, type WantedValues } from '@/lib/opportunities/difference';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import type { Knowledge } from './show-value';

/** What a person makes of a record: only the fields that were touched are wanted. */
export interface EditForm {
  before: ReadonlySignal<Opportunity | undefined>;
  knowledge: ReadonlySignal<Knowledge | undefined>;
  wanted: ReadonlySignal<WantedValues>;
  changes: ReadonlySignal<readonly Change[]>;
  issues: ReadonlySignal<readonly ChangeIssue[]>;
  /** The field's text as it stands in the form. */
  textOf(field: string): string;
  /** What is wrong with a field that was changed. */
  issueOf(field: string): ChangeIssue['reason'] | undefined;
  set(field: string, text: string): void;
  reset(field: string): void;
  /** Begins with a record; `wanted` is kept from before where it still means something. */
  begin(before: Opportunity, knowledge: Knowledge, wanted?: WantedValues): void;
  /** Forgets the record, and with it what was made of it. */
  clear(): void;
}

export function createEditForm(): EditForm {
  const before = signal<Opportunity | undefined>(undefined);
  const knowledge = signal<Knowledge | undefined>(undefined);
  const wanted = signal<WantedValues>({});
  const changes = computed(() => (before.value ? difference(before.value, wanted.value) : []));
  const issues = computed(() => {
    const known = {
      maps: knowledge.value?.maps,
      customFields: knowledge.value?.groups?.flatMap(({ fields }) => fields),
    };
    return before.value ? checkChanges(before.value, changes.value, known) : [];
  });
  return {
    before,
    knowledge,
    wanted,
    changes,
    issues,
    textOf: (field) => wanted.value[field] ?? before.value?.values[field] ?? '',
    issueOf: (field) => issues.value.find((issue) => issue.field === field)?.reason,
    set(field, text) {
      wanted.value = { ...wanted.value, [field]: text };
    },
    reset(field) {
      const { [field]: _gone, ...others } = wanted.value;
      wanted.value = others;
    },
    begin(record, known, kept = {}) {
      batch(() => {
        before.value = record;
        knowledge.value = known;
        wanted.value = kept;
      });
    },
    clear() {
      batch(() => {
        before.value = undefined;
        wanted.value = {};
      });
    },
  };
}
