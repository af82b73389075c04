import { selection } from './en/selection';
import { teach } from './en/teach';
import type { TeachMessages } from './teach-zh-cn';

export const teachEn: TeachMessages = { selection, teach };
