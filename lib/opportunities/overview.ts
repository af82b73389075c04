import type { FieldMap, FieldOption } from './field-options';
import { knownValue, type Opportunity } from './opportunity';

/** A fact as people read it. `text` is empty where nothing was filled in; the whole is absent where the CRM does not say. */
export interface Fact {
  text: string;
  /** The CRM hides the value from this user; `text` is what it shows instead. */
  isMasked: boolean;
}

/** A record as a panel shows it: what it needs of it, and no more. */
export interface RecordOverview {
  id: string;
  title?: Fact | undefined;
  customer?: Fact | undefined;
  customerId?: string | undefined;
  stage?: Fact | undefined;
  stageValue?: string | undefined;
  amount?: Fact | undefined;
  signDate?: Fact | undefined;
  owner?: Fact | undefined;
  /** The CRM's words, e.g. 930天未跟进. */
  unfollowed?: string | undefined;
  /** When it falls into the public pool, China's time. */
  flowAt?: string | undefined;
  updatedAt?: string | undefined;
  signPossibility?: string | undefined;
  approval?: { label: string; isPending: boolean } | undefined;
  isEditable?: boolean | undefined;
}

export interface Stage {
  value: string;
  label: string;
}

export function overviewOf(record: Opportunity): RecordOverview {
  const { id, expectFlowAt, notRevisitedFor, updatedAt, signPossibility, approval, isEditable } = record;
  return {
    id,
    title: factOf(record, 'title'),
    customer: factOf(record, 'customer_id'),
    customerId: knownValue(record, 'customer_id'),
    stage: factOf(record, 'stage'),
    stageValue: knownValue(record, 'stage'),
    amount: factOf(record, 'expect_amount'),
    signDate: factOf(record, 'expect_sign_date'),
    owner: factOf(record, 'user_id'),
    unfollowed: notRevisitedFor,
    flowAt: expectFlowAt,
    updatedAt,
    signPossibility,
    approval: approval && { label: approval.label, isPending: approval.isPending },
    isEditable,
  };
}

/** The pipeline in the company's order, of the stages in use; undefined where they are not known. */
export function stagesOf(maps: readonly FieldMap[] | undefined): Stage[] | undefined {
  const options: readonly FieldOption[] = maps?.find(({ field }) => field === 'stage')?.options ?? [];
  if (options.length === 0) return undefined;
  const used = options.filter(({ isEnabled, label }) => isEnabled && label !== '');
  return used.map(({ value, label }) => ({ value, label }));
}

function factOf(record: Opportunity, field: string): Fact | undefined {
  const label = Object.hasOwn(record.labels, field) ? record.labels[field] : undefined;
  if (record.hidden.includes(field)) return { text: label ?? '', isMasked: true };
  const text = knownValue(record, field);
  return text === undefined && label === undefined ? undefined : { text: label ?? text ?? '', isMasked: false };
}
