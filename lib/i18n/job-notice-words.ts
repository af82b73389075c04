import { errorCodes as enErrors } from '@/assets/messages/en/errors';
import { jobNotice as en } from '@/assets/messages/en/job-notice';
import { jobs as enJobs } from '@/assets/messages/en/jobs';
import { errorCodes as zhCnErrors } from '@/assets/messages/zh-cn/errors';
import { jobNotice as zhCn } from '@/assets/messages/zh-cn/job-notice';
import { jobs as zhCnJobs } from '@/assets/messages/zh-cn/jobs';
import type { Language } from './language';

interface JobNoticeWords {
  words: typeof zhCn;
  jobs: Pick<typeof zhCnJobs, 'operations' | 'rowStates'>;
  errorCodes: Readonly<Record<keyof typeof zhCnErrors, { title: string }>>;
}

/** A notification's words. Imported at once, since a service worker may not import later. */
export const jobNoticeWords: Readonly<Record<Language, JobNoticeWords>> = {
  'zh-CN': { words: zhCn, jobs: zhCnJobs, errorCodes: zhCnErrors },
  en: { words: en, jobs: enJobs, errorCodes: enErrors },
};
