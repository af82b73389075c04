/** What the address bar suggests after the keyword; the worker answers it. */
export const omnibox = {
  hint: '输入商机 ID（只含数字），或商机、客户名称的一部分',
  nothing: (text: string) => `没有找到「${text}」。请输入商机 ID，它只含数字`,
  several: (count: number) => `找到 ${count} 个商机，请选择一个`,
  openIn: (id: string, host: string) => `在 ${host} 打开商机 ${id}`,
  show: (id: string) => `在商机助手里查看商机 ${id}`,
};
