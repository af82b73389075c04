import { app } from './en/app';
import { errorReasons } from './en/error-reasons';
import { errorCodes } from './en/errors';
import { fields } from './en/fields';
import { jobs } from './en/jobs';
import { journal } from './en/journal';
import { opportunity } from './en/opportunity';
import { outcomes } from './en/outcomes';
import { release } from './en/release';
import { unlock } from './en/unlock';
import { words } from './en/words';
import type { Messages } from './zh-cn';

export const en: Messages = {
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
