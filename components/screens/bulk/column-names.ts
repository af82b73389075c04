import { fieldWords } from '@/lib/i18n/bulk-messages';
import { findHeader } from '@/lib/tables/columns/find-header';
import { type ColumnCandidate, guessColumns } from '@/lib/tables/columns/guess-columns';
import { type BulkOperationId, bulkOperation, rowFields } from './bulk-operations';
import { withoutOwnColumns } from './own-columns';

/** What people write above a column, beside a field's labels and its own name. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  opportunity_id: ['商机编号', '商机号', 'leads id'],
  memo: ['原因', '释放说明', '备注', 'reason', 'remark'],
  territory_code: ['领地代码', '领地编码'],
  operator_id: ['操作员 ID', '操作人编号', '操作人工号'],
  operator_name: ['操作人', '操作员姓名'],
  id: ['商机编号', '商机号', 'opportunity id'],
  title: ['商机名称', '标题', 'name'],
  stage: ['阶段', '商机阶段'],
  kind: ['类型'],
  source: ['商机来源'],
  expect_amount: ['预计金额', '金额', 'amount'],
  expect_sign_date: ['签单日期', '预计成交日期', 'sign date'],
  get_time: ['获取时间'],
  user_id: ['负责人', 'owner id'],
  want_department_id: ['部门 ID', '所属部门'],
  customer_requirement: ['需求'],
  phone_number: ['手机', '手机号', '电话', '联系电话', 'mobile', 'phone'],
  email: ['电子邮箱', '邮件', 'e-mail', 'mail'],
  user_name: ['姓名', '客户姓名', '客户名称', '会员', '称呼', 'name', 'customer'],
  physical_card_ids: ['卡号', '实体卡', '卡编号', 'card', 'card no', 'card id'],
};

/** The fields that a column may fill, by every name they go by. */
function candidatesOf(id: BulkOperationId): ColumnCandidate[] {
  return rowFields(bulkOperation(id)).map((field) => ({
    field,
    names: [field, fieldWords(id, field).label, ...(alsoCalled[field] ?? [])],
  }));
}

/** The field for each column by what stands above it. Of a table without a header nothing is guessed but an only column. */
export function guessMapping(id: BulkOperationId, header: readonly string[], hasHeader: boolean): string[] {
  // Cards, ids and phones are pasted as one column, often with nothing above them.
  if (header.length === 1) return bulkOperation(id).usual.slice(0, 1);
  const found = hasHeader ? guessColumns(withoutOwnColumns(header), candidatesOf(id)) : new Map<string, number>();
  const mapping = header.map(() => '');
  for (const [field, column] of found) mapping[column] = field;
  return mapping;
}

export function guessHeader(id: BulkOperationId, rows: readonly string[][]): number | undefined {
  return findHeader(rows, candidatesOf(id));
}
