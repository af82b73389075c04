import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { FieldIssue } from '@/lib/operations/field';

/** The text fields of a form, and what is wrong with those that were left or submitted. */
export interface TextFields {
  value(name: string): Signal<string>;
  /** Trimmed, without what is empty. */
  values: ReadonlySignal<Record<string, string>>;
  issues: ReadonlySignal<readonly FieldIssue[]>;
  /** The issue to show at a field; none before it was left. */
  issueOf(name: string): FieldIssue | undefined;
  shownIssues: ReadonlySignal<number>;
  leave(name: string): void;
  /** Shows every issue; answers the first faulty field. */
  checkAll(): string | undefined;
  entered(): Record<string, string>;
  fill(values: Readonly<Record<string, string>>): void;
}

/** `check` is asked anew whenever a value, or a signal that it reads itself, changes. */
export function createTextFields(
  names: readonly string[],
  check: (values: Record<string, string>) => readonly FieldIssue[],
): TextFields {
  const texts = new Map(names.map((name) => [name, signal('')]));
  const left = signal<ReadonlySet<string>>(new Set());
  const textOf = (name: string) => texts.get(name) ?? signal('');
  const values = computed(() => {
    const trimmed = names.map((name) => [name, textOf(name).value.trim()] as const);
    return Object.fromEntries(trimmed.filter(([, text]) => text !== ''));
  });
  const issues = computed(() => check(values.value));
  const shown = computed(() => issues.value.filter(({ field }) => left.value.has(field)));
  return {
    value: textOf,
    values,
    issues,
    issueOf: (name) => shown.value.find(({ field }) => field === name),
    shownIssues: computed(() => shown.value.length),
    leave: (name) => {
      left.value = new Set([...left.value, name]);
    },
    checkAll() {
      left.value = new Set(names);
      return names.find((name) => issues.value.some(({ field }) => field === name));
    },
    entered: () => Object.fromEntries(names.map((name) => [name, textOf(name).value])),
    fill: (given) =>
      batch(() => {
        for (const name of names) textOf(name).value = given[name] ?? '';
        left.value = new Set();
      }),
  };
}
