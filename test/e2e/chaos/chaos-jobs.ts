import { operator, territory } from '../setup.ts';
import type { Stage } from '../stage.ts';

/** A table for one operation, and what its rows have in common. */
export type ChaosJob = {
  operation: 'release-opportunity' | 'submit-outreach' | 'sell-cards' | 'update-opportunity';
  platform: 'top' | 'ikcrm';
  header: string[];
  mapping: string[];
  shared: Record<string, string>;
  channel?: 'sms';
  rows: string[][];
  /** Few enough that there are many requests; 1 where the platform takes no more. */
  rowsPerRequest: number;
  /** What the ledger calls the object of each row, in the rows' order. */
  subjects: string[];
};

/** Opportunities with a trap of their own, which only make other failures. */
const traps = /^(20191214888|9007199254740993|2019121510\d)$/;

const digits = (count: number, index: number) => String(index).padStart(count, '0');

/** One job for each operation that writes, of so many rows; nothing in them fails by itself. */
export function chaosJobs({ sandbox }: Stage, rows: number): ChaosJob[] {
  const opportunities = [...sandbox.crm().opportunities.values()].filter(({ id }) => !traps.test(id));
  if (opportunities.length < 2 * rows) throw new Error(`The sandbox has ${opportunities.length} opportunities only.`);
  const [released, edited] = [opportunities.slice(0, rows), opportunities.slice(rows, 2 * rows)];
  const releases = released.map(({ id }, index) => [id, `第${index + 1}行`]);
  const tasks = released.map((_, index) => [`chaos-${digits(6, index)}`, `139${digits(8, index)}`, '{}', '{}']);
  const cards = released.map((_, index) => [`66${digits(8, 10_000 + index)}`]);
  const edits = edited.map(({ id }, index) => [id, `改于第${index + 1}行`]);
  const subjects = (table: string[][]) => table.map(([subject = '']) => subject);
  return [
    {
      operation: 'release-opportunity',
      platform: 'top',
      header: ['商机ID', '释放原因'],
      mapping: ['opportunity_id', 'memo'],
      shared: { territory_code: territory, operator_id: operator.id, operator_name: operator.name },
      rowsPerRequest: 1,
      rows: releases,
      subjects: subjects(releases),
    },
    {
      operation: 'submit-outreach',
      platform: 'top',
      header: ['biz_id', '手机', 'input_params', 'output_params'],
      mapping: ['biz_id', 'phone_number', 'input_params', 'output_params'],
      shared: { plan_id: '124', batch_num: 'chaos' },
      channel: 'sms',
      rowsPerRequest: 10,
      rows: tasks,
      subjects: subjects(tasks),
    },
    {
      operation: 'sell-cards',
      platform: 'top',
      header: ['卡号'],
      mapping: ['physical_card_ids'],
      shared: { brand_id: '3396912', shop_id: '4564334', operator_id: operator.id },
      rowsPerRequest: 10,
      rows: cards,
      subjects: subjects(cards),
    },
    {
      operation: 'update-opportunity',
      platform: 'ikcrm',
      header: ['商机ID', '备注'],
      mapping: ['id', 'note'],
      shared: {},
      rowsPerRequest: 1,
      rows: edits,
      subjects: subjects(edits),
    },
  ];
}
