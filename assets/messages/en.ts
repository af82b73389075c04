import { app } from './en/app';
import { errorCodes } from './en/errors';
import { jobs } from './en/jobs';
import { opportunity } from './en/opportunity';
import { words } from './en/words';
import type { Messages } from './zh-cn';

export const en: Messages = { app, words, errorCodes, jobs, opportunity };
