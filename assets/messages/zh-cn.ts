import { app } from './zh-cn/app';
import { errorReasons } from './zh-cn/error-reasons';
import { errorCodes } from './zh-cn/errors';
import { fields } from './zh-cn/fields';
import { jobs } from './zh-cn/jobs';
import { journal } from './zh-cn/journal';
import { opportunity } from './zh-cn/opportunity';
import { outcomes } from './zh-cn/outcomes';
import { release } from './zh-cn/release';
import { unlock } from './zh-cn/unlock';
import { words } from './zh-cn/words';

/** The working surfaces (popup, panel) in Simplified Chinese: the source of the catalogue's type. */
export const zhCn = {
  app,
  words,
  errorCodes,
  errorReasons,
  fields,
  jobs,
  journal,
  opportunity,
  outcomes,
  release,
  unlock,
};

export type Messages = typeof zhCn;
