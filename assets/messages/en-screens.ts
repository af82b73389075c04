import { updateOpportunity } from '@/lib/operations/words/en/update-opportunity';
import { batchEn } from './batch-en';
import { edit } from './en/edit';
import { errorReasons } from './en/error-reasons';
import { fields } from './en/fields';
import { imSettings } from './en/im-settings';
import { job } from './en/job';
import { journal } from './en/journal';
import { outcomes } from './en/outcomes';
import { release } from './en/release';
import { unlock } from './en/unlock';
import type { ScreenMessages } from './zh-cn-screens';

export const enScreens: ScreenMessages = {
  batch: batchEn,
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
