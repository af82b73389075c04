import type { contextMenu as source } from '@/assets/messages/zh-cn/context-menu';

export const contextMenu: typeof source = {
  release: 'Release opportunity',
  releaseSelection: 'Release opportunity “%s”',
};
