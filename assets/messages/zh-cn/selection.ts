/** The rows of a list page, chosen for one job. */
export const selection = {
  title: '本页的商机',
  which: '选择哪些',
  /** `own`: those that were chosen here one by one. */
  choices: {
    ticked: (count: number) => `页面上勾选的 ${count} 个`,
    all: (count: number) => `全部 ${count} 个`,
    own: (count: number) => `自选 ${count} 个`,
  },
  rows: '本页的行',
  chosen: (count: number, total: number) => `已选 ${count} 个，共 ${total} 个`,
  tooMany: (read: number, total: number) => `这一页有 ${total} 行，只读取前 ${read} 行。`,
  none: '先在页面上勾选，或在这里选择。',
  gone: '列表已经不在页面上。',
  note: '下一步生成草稿，先检查再确认，现在不会发送。',
  changed: '页面刚刚变了，这里已经更新。请再看一遍选中的商机，然后重试。',
  make: {
    'release-opportunity': (count: number) => `释放 ${count} 个商机…`,
    'update-opportunity': (count: number) => `修改 ${count} 个商机…`,
    'submit-outreach': (count: number) => `触达 ${count} 个客户…`,
  },
  withoutPhone: (count: number) => `其中 ${count} 个在列表里没有电话和邮箱，可以在草稿里补充。`,
  columns: { id: '商机ID', title: '商机名称', customer: '客户', phone: '电话', email: '邮箱' },
};
