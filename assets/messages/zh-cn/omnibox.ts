/** What the address bar suggests after the keyword; the worker answers it. */
export const omnibox = {
  /** The browser puts what is typed in the place of `%s`. */
  first: '打开商机「%s」：输入 ID，或商机、客户名称的一部分',
  nothing: (text: string) => `没有找到「${text}」。请输入商机 ID，它只含数字`,
  openIn: (id: string, host: string) => `在 ${host} 打开商机 ${id}`,
  show: (id: string) => `在商机助手里查看商机 ${id}`,
};
