import type { ErrorSentence } from './errors';

/** Why a table could not be read or written. */
export const tableReasons = {
  'unclosed-quote': {
    title: '有一个引号没有结束',
    next: '补上引号，或删去单元格开头的引号，再重新打开。',
    titleAt: (path: string) => `第 ${path} 行的引号没有结束`,
  },
  'stray-quote': {
    title: '有一个引号的位置不对',
    next: '单元格中的引号要写成两个，再重新打开。',
    titleAt: (path: string) => `第 ${path} 行的引号位置不对`,
  },
  'cell-too-long': {
    title: '有一个单元格太长',
    next: '一个单元格最多 100 万字。检查分隔符是否选对了。',
    titleAt: (path: string) => `第 ${path} 行有一个单元格太长`,
  },
  'table-too-long': { title: '表格超过 100 万行', next: '分成几个文件，逐个导入。' },
  'too-many-columns': {
    title: '表格超过 256 列',
    next: '删去不需要的列，再重新打开。',
    titleAt: (path: string) => `表格超过 256 列：${path}`,
  },
  'table-too-large': { title: '表格太大', next: '一个表格最多 200 MB，分成几个文件后逐个导入。' },
  'wrong-encoding': { title: '文件不是所选的编码', next: '选择其他编码，或在 Excel 中另存为 XLSX。' },
  'file-cut': { title: '文件不完整', next: '它可能没有下载完，请重新获取后再打开。' },
  'not-a-table': { title: '这个文件不是表格', next: '选择 XLSX、CSV 或 TSV 文件；编码特殊的文件，请先另存为 XLSX。' },
  'page-not-table': { title: '这个文件其实是网页', next: '在 Excel 或 WPS 中打开它，另存为 XLSX 后再选择。' },
  'table-unreadable': { title: '读不了这个文件', next: '它可能被移动、改动或被占用，请关闭其他程序后重新选择。' },
  'workbook-encrypted': { title: '这个工作簿有密码', next: '在 Excel 或 WPS 中取消密码，保存后再选择。' },
  'old-workbook': { title: '不支持这种工作簿格式', next: '在 Excel 或 WPS 中打开它，另存为 XLSX 后再选择。' },
  'ods-workbook': { title: '不支持 ODS 工作簿', next: '打开它，另存为 XLSX 后再选择。' },
  'zip-not-workbook': { title: '这个文件不是工作簿', next: '选择 XLSX 文件；如果是压缩包，请先解压。' },
  'unpacks-too-large': { title: '工作簿解压后太大', next: '删去不需要的工作表和格式，或另存为 CSV。' },
  'workbook-damaged': { title: '工作簿已损坏', next: '在 Excel 或 WPS 中打开并修复，另存为 XLSX 后再选择。' },
  'no-such-sheet': {
    title: '工作簿中没有这个工作表',
    next: '选择其他工作表。',
    titleAt: (path: string) => `没有工作表「${path}」`,
  },
  'cell-too-long-for-excel': {
    title: '有一个单元格超过 Excel 的上限',
    next: '改为导出 CSV。Excel 的单元格最多 32767 字。',
    titleAt: (path: string) => `单元格 ${path} 超过 Excel 的上限`,
  },
  'table-empty': {
    title: '表格里没有可以导入的行',
    next: '检查工作表和分隔符是否选对；第一行如果不是表头，在「表头」里选「没有表头」。',
  },
  'no-rows': { title: '没有可以发送的行', next: '改正有误的行，或把不发送的行放回来。' },
  'table-closed': { title: '表格已经关闭', next: '重新打开它。' },
  'table-worker': { title: '读写表格的后台意外停止', next: '重新打开表格；内存不足时，请先关闭其他标签页。' },
} satisfies Record<string, ErrorSentence>;
