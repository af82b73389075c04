import { selection } from './zh-cn/selection';

export const teachZhCn = { selection };

export type TeachMessages = typeof teachZhCn;
