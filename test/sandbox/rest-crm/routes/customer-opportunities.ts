import type { Shape } from '../../control/shapes.ts';
import { JsonNumber, type JsonObject } from '../../json.ts';
import { fieldOptions } from '../options.ts';
import type { RestRoute } from '../rest-call.ts';
import { findRecord, type RestRecord } from '../rest-crm-data.ts';
import { noPermission } from '../rest-refusal.ts';
import { writeListedRecord } from '../write-record.ts';
import { writeAmount, writeRestId } from '../write-values.ts';

const toNumber = (count: number) => new JsonNumber(String(count));

/** In hundredths: amounts are never added as floating-point numbers. */
const toCents = (amount: string): bigint => {
  const [whole = '0', decimals = ''] = amount.split('.');
  return BigInt(`${whole}${decimals.padEnd(2, '0').slice(0, 2)}`);
};

const sumAmounts = (records: readonly RestRecord[]): string => {
  const digits = String(
    records.reduce((sum, { opportunity }) => sum + toCents(opportunity.amount || '0'), 0n),
  ).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const countByStage = (records: readonly RestRecord[], shape: Shape): JsonObject[] =>
  fieldOptions.stage
    .filter(({ label }) => label !== '')
    .map(({ id, label }) => {
      const inStage = records.filter(({ opportunity }) => opportunity.stage === label);
      const amount = writeAmount(sumAmounts(inStage), shape);
      return { id: writeRestId(id, shape), value: label, count: toNumber(inStage.length), amount };
    });

const wholeNumber = (text: string | null, fallback: number): number => {
  const number = Number(text ?? fallback);
  return Number.isInteger(number) && number > 0 ? number : fallback;
};

/** `page` counts from 1; `counts_by_stage` is over all pages. */
export const customerOpportunitiesRoute: RestRoute = {
  name: 'GET /api/v2/customers/:id/opportunities',
  authorization: 'required',
  query: ['page', 'per_page'],
  perform: ({ id, query, data: { crm, restCrm }, shape, disturb }) => {
    const records = [...crm.opportunities.values()]
      .filter(({ customer }) => customer.id === id)
      .flatMap((opportunity) => findRecord(restCrm, crm, opportunity.id) ?? []);
    if (records.length === 0) return { refusal: noPermission };
    const visible = records.filter(({ details }) => !details.isHidden);
    const page = wholeNumber(query.get('page'), 1);
    const perPage = Math.min(100, wholeNumber(query.get('per_page'), 10));
    const listed = visible.slice((page - 1) * perPage, page * perPage);
    return {
      data: {
        opportunities: disturb(listed.map((record) => writeListedRecord(record, shape))),
        counts_by_stage: countByStage(visible, shape),
        total_count: toNumber(visible.length),
        page: toNumber(page),
        per_page: toNumber(perPage),
      },
      processed: false,
    };
  },
};
