import { errorReasons } from './zh-cn/error-reasons';
import { fields } from './zh-cn/fields';
import { job } from './zh-cn/job';
import { journal } from './zh-cn/journal';
import { outcomes } from './zh-cn/outcomes';
import { release } from './zh-cn/release';
import { unlock } from './zh-cn/unlock';

/** What comes with a screen that is opened later, or with the first failure. */
export const zhCnScreens = { errorReasons, fields, job, journal, outcomes, release, unlock };

export type ScreenMessages = typeof zhCnScreens;
