import { readAmount } from './amount';
import { firstList, firstText, member, readId, readText } from './read-value';

/** One of a customer's opportunities, as a list shows it. */
export interface OpportunitySummary {
  id: string;
  title: string;
  stage: string;
  stageLabel: string;
  /** Decimal text, or empty. */
  amount: string;
}

/** A stage's name, and how many of the customer's opportunities are at it. */
export interface StageCount {
  stage: string;
  label: string;
  count: string;
  amount: string;
}

/** Reads the `data` of `GET /api/v2/customers/:id/opportunities`; undefined when it holds no list. */
export function readCustomerOpportunities(
  data: unknown,
): { opportunities: OpportunitySummary[]; stages: StageCount[] } | undefined {
  const list = Array.isArray(data) ? data : firstList(data, 'opportunities', 'list', 'models', 'items', 'data');
  if (!list) return undefined;
  const stages = (firstList(data, 'counts_by_stage') ?? []).flatMap(readStage);
  return { opportunities: list.flatMap((item) => readSummary(item, stages)), stages };
}

function readStage(item: unknown): StageCount[] {
  const stage = firstText(item, 'id');
  const label = firstText(item, 'value', 'label', 'name');
  if (stage === undefined || label === undefined) return [];
  return [{ stage, label, count: firstText(item, 'count') ?? '0', amount: readMoney(member(item, 'amount')) }];
}

function readSummary(item: unknown, stages: readonly StageCount[]): OpportunitySummary[] {
  const id = firstText(item, 'id');
  if (id === undefined) return [];
  const stage = readId(member(item, 'stage')) ?? '';
  const named = stages.find((candidate) => candidate.stage === stage)?.label;
  return [
    {
      id,
      title: firstText(item, 'title', 'name') ?? '',
      stage,
      stageLabel: firstText(item, 'stage_mapped', 'stage_display') ?? named ?? '',
      amount: readMoney(member(item, 'expect_amount')),
    },
  ];
}

function readMoney(value: unknown): string {
  return readAmount(readText(value) ?? '');
}
