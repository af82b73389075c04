import { app } from './zh-cn/app';
import { errorCodes } from './zh-cn/errors';
import { jobs } from './zh-cn/jobs';
import { opportunity } from './zh-cn/opportunity';
import { words } from './zh-cn/words';

/**
 * In Simplified Chinese, the source of every catalogue's type: what the popup says when it opens, and what all share.
 * Each word here weighs on every opening; what comes with a later screen is in `zh-cn-screens`.
 */
export const zhCn = { app, words, errorCodes, jobs, opportunity };

export type Messages = typeof zhCn;
