import { updateOpportunity } from '@/lib/operations/words/zh-cn/update-opportunity';
import { batchZhCn } from './batch-zh-cn';
import { edit } from './zh-cn/edit';
import { errorReasons } from './zh-cn/error-reasons';
import { fields } from './zh-cn/fields';
import { imSettings } from './zh-cn/im-settings';
import { job } from './zh-cn/job';
import { journal } from './zh-cn/journal';
import { outcomes } from './zh-cn/outcomes';
import { release } from './zh-cn/release';
import { unlock } from './zh-cn/unlock';

/** What comes with a screen that is opened later, or with the first failure: together, as one file of the package. */
export const zhCnScreens = {
  batch: batchZhCn,
  edit,
  editFields: updateOpportunity.fields,
  errorReasons,
  fields,
  imSettings,
  job,
  journal,
  outcomes,
  release,
  unlock,
};

export type ScreenMessages = typeof zhCnScreens;
