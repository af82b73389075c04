import type { contextMenu as source } from '@/assets/messages/zh-cn/context-menu';

export const contextMenu: typeof source = {
  release: 'Release opportunity',
  releaseSubject: (opportunityId) => `Release opportunity ${opportunityId}`,
  releaseSelection: 'Release opportunity “%s”',
};
