/** A form is open, and the page beside it went on to another opportunity. */
export const pageMoved = {
  moved: (name: string) => `页面现在显示的是「${name}」`,
  stays: (opportunityId: string) => `这里填写的仍是 ${opportunityId}。`,
  toOther: '改为页面上的商机',
  ask: (opportunityId: string) => `页面已经换了，仍要提交 ${opportunityId} 吗？`,
  goOn: (opportunityId: string) => `提交 ${opportunityId}`,
};
