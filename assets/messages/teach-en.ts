import { selection } from './en/selection';
import type { TeachMessages } from './teach-zh-cn';

export const teachEn: TeachMessages = { selection };
