/** What the browser's own menu says; the worker puts it there. */
export const contextMenu = {
  release: '释放商机',
  releaseSelection: '释放商机「%s」',
};
