import { formatChinaTime, parseChinaTime } from '../china-time.ts';

/** `yyyy-MM-dd HH:mm`, China's: two edits within one minute look alike. */
export const formatChinaMinutes = (epochMs: number): string => formatChinaTime(epochMs).slice(0, 16);

export const isChinaDate = (text: string): boolean => parseChinaTime(`${text} 00:00:00`) !== undefined;

export const isChinaMinutes = (text: string): boolean => parseChinaTime(`${text}:00`) !== undefined;
