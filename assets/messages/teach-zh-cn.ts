import { selection } from './zh-cn/selection';
import { teach } from './zh-cn/teach';

export const teachZhCn = { selection, teach };

export type TeachMessages = typeof teachZhCn;
