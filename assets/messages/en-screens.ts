import { errorReasons } from './en/error-reasons';
import { fields } from './en/fields';
import { job } from './en/job';
import { journal } from './en/journal';
import { outcomes } from './en/outcomes';
import { release } from './en/release';
import { unlock } from './en/unlock';
import type { ScreenMessages } from './zh-cn-screens';

export const enScreens: ScreenMessages = { errorReasons, fields, job, journal, outcomes, release, unlock };
