import type { ImMessages } from '@/assets/messages/zh-cn/im-settings';
import type { ImAccount } from '@/lib/messages/im-contract';
import { accountValue } from './change-sentence';

const columns = [
  'accountId',
  'nickName',
  'accountType',
  'accountEnable',
  'chargeAutoDistribute',
  'inChargeAreaCount',
] as const;

/** Rows of cells as people read them, the heads first. */
function accountTable(words: ImMessages, accounts: readonly ImAccount[]): string[][] {
  const heads = columns.map((name) => words.columns[name]);
  const rows = accounts.map((account) =>
    columns.map((name) => (name === 'accountId' ? account.accountId : accountValue(words, name, account[name]))),
  );
  return [heads, ...rows];
}

/** For pasting into a sheet, which takes quotes as in a file: the tab that keeps an id a text must not end its cell. */
export function accountsText(words: ImMessages, accounts: readonly ImAccount[]): string {
  return accountTable(words, accounts)
    .map((row) => row.map((cell) => quote(harmless(cell.replace(/[\t\r\n]+/g, ' ')))).join('\t'))
    .join('\n');
}

/** RFC 4180 with a byte order mark, by which Excel knows UTF-8. */
export function accountsCsv(words: ImMessages, accounts: readonly ImAccount[]): string {
  const lines = accountTable(words, accounts).map((row) => row.map((cell) => quote(harmless(cell))).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** A name may be anything: what a sheet would take for a formula becomes text. Ids it would round become text by a tab. */
function harmless(cell: string): string {
  if (/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(cell)) return `'${cell}`;
  return /^\d{16,}$/.test(cell) ? `\t${cell}` : cell;
}

function quote(cell: string): string {
  return /[",\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
