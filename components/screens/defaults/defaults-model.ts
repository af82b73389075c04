import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { createEditable } from '@/components/screens/options/editable';
import { type ChosenRows, rowLimits } from '@/lib/messages/rows-per-request';
import { findReasonIssues, keyed, moveReason, type ReasonIssue, type ReasonRow, textsOf } from './reasons';

/** What a release is filled in with. */
export interface DefaultFields {
  operatorId: string;
  operatorName: string;
  territoryCode: string;
  imAccountId: string;
  /** How many go into one request; empty for the operation's own number. */
  cardRows: string;
  outreachRows: string;
  reasons: readonly ReasonRow[];
}

export type DefaultName = Exclude<keyof DefaultFields, 'reasons'>;

export type FieldIssues = Partial<Record<DefaultName, 'too-long' | 'not-an-id' | 'not-digits' | 'out-of-range'>>;

export interface DefaultsModel {
  fields: ReadonlySignal<DefaultFields>;
  isDirty: ReadonlySignal<boolean>;
  isManaged: ReadonlySignal<boolean>;
  /** By row key; found when saving, then as it is typed. */
  reasonIssues: ReadonlySignal<ReadonlyMap<number, ReasonIssue>>;
  /** By field: the reason of the catalogue. */
  fieldIssues: ReadonlySignal<FieldIssues>;
  action: Action;
  set(name: DefaultName, value: string): void;
  setReason(key: number, text: string): void;
  /** Answers the new row's key. */
  addReason(): number;
  removeReason(key: number): void;
  moveReason(key: number, step: -1 | 1): void;
  restoreReasons(texts: readonly string[]): void;
  discard(): void;
  save(): Promise<boolean>;
}

export function createDefaultsModel(app: App): DefaultsModel {
  const source = computed<DefaultFields>(() => {
    const { operator, defaults } = app.state.value;
    return {
      operatorId: operator.id,
      operatorName: operator.name,
      territoryCode: defaults.territoryCode,
      imAccountId: defaults.imAccountId,
      cardRows: String(defaults.rowsPerRequest?.['sell-cards'] ?? ''),
      outreachRows: String(defaults.rowsPerRequest?.['submit-outreach'] ?? ''),
      reasons: keyed(defaults.releaseReasons),
    };
  });
  const editable = createEditable(source);
  const action = createAction();
  const isChecking = signal(false);
  const fieldIssues = computed(() => (isChecking.value ? findFieldIssues(editable.value.value) : {}));
  const reasonIssues = computed(() =>
    isChecking.value ? findReasonIssues(editable.value.value.reasons) : new Map<number, ReasonIssue>(),
  );

  function edit(change: Partial<DefaultFields>): void {
    action.forget();
    editable.edit({ ...editable.value.value, ...change });
  }

  const reasons = () => editable.value.value.reasons;

  async function store(fields: DefaultFields): Promise<void> {
    await app.client.call('defaults.save', {
      operator: { id: fields.operatorId.trim(), name: fields.operatorName.trim() },
      defaults: {
        territoryCode: fields.territoryCode.trim(),
        imAccountId: fields.imAccountId.trim(),
        releaseReasons: textsOf(fields.reasons),
        ...chosenRows(fields),
      },
    });
    await app.refresh();
  }

  return {
    fields: editable.value,
    isDirty: editable.isDirty,
    isManaged: computed(() => app.state.value.managed),
    reasonIssues,
    fieldIssues,
    action,
    set: (name, value) => edit({ [name]: value }),
    setReason: (key, text) => edit({ reasons: reasons().map((row) => (row.key === key ? { key, text } : row)) }),
    addReason() {
      const key = Math.max(-1, ...reasons().map((row) => row.key)) + 1;
      edit({ reasons: [...reasons(), { key, text: '' }] });
      return key;
    },
    removeReason: (key) => edit({ reasons: reasons().filter((row) => row.key !== key) }),
    moveReason: (key, step) => edit({ reasons: moveReason(reasons(), key, step) }),
    restoreReasons: (texts) => edit({ reasons: keyed(texts) }),
    discard() {
      isChecking.value = false;
      action.forget();
      editable.discard();
    },
    async save() {
      isChecking.value = true;
      if (reasonIssues.value.size > 0 || Object.keys(fieldIssues.value).length > 0) return false;
      isChecking.value = false;
      return action.run(() => editable.save(store));
    },
  };
}

function chosenRows({ cardRows, outreachRows }: DefaultFields): { rowsPerRequest?: ChosenRows } {
  const [cards, outreach] = [cardRows, outreachRows].map((text) => text.trim());
  if (!cards && !outreach) return {};
  return {
    rowsPerRequest: {
      ...(cards && { 'sell-cards': Number(cards) }),
      ...(outreach && { 'submit-outreach': Number(outreach) }),
    },
  };
}

const longest = { operatorId: 64, operatorName: 64, territoryCode: 64, imAccountId: 32 };

function findFieldIssues(fields: DefaultFields): FieldIssues {
  const issues: FieldIssues = {};
  for (const name of ['operatorId', 'operatorName', 'territoryCode', 'imAccountId'] as const) {
    const text = fields[name].trim();
    if (text.length > longest[name]) issues[name] = 'too-long';
    else if (name === 'imAccountId' && !/^\d*$/.test(text)) issues[name] = 'not-digits';
    else if (name !== 'operatorName' && /\s/.test(text)) issues[name] = 'not-an-id';
  }
  if (!isRowCount(fields.cardRows, rowLimits['sell-cards'].maximum)) issues.cardRows = 'out-of-range';
  if (!isRowCount(fields.outreachRows, rowLimits['submit-outreach'].maximum)) issues.outreachRows = 'out-of-range';
  return issues;
}

function isRowCount(text: string, most: number): boolean {
  return text.trim() === '' || (/^[1-9]\d*$/.test(text.trim()) && Number(text) <= most);
}
