/** What the browser's own menu says; the worker puts it there. */
export const contextMenu = {
  release: '释放商机',
  releaseSubject: (opportunityId: string) => `释放商机 ${opportunityId}`,
  releaseSelection: '释放商机「%s」',
};
