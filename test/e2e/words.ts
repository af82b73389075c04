import { app as enApp } from '../../assets/messages/en/app.ts';
import { errorReasons as enErrorReasons } from '../../assets/messages/en/error-reasons.ts';
import { errorCodes as enErrorCodes } from '../../assets/messages/en/errors.ts';
import { fields as enFields } from '../../assets/messages/en/fields.ts';
import { job as enJob } from '../../assets/messages/en/job.ts';
import { jobs as enJobs } from '../../assets/messages/en/jobs.ts';
import { journal as enJournal } from '../../assets/messages/en/journal.ts';
import { opportunity as enOpportunity } from '../../assets/messages/en/opportunity.ts';
import { outcomes as enOutcomes } from '../../assets/messages/en/outcomes.ts';
import { pageMoved as enPageMoved } from '../../assets/messages/en/page-moved.ts';
import { release as enRelease } from '../../assets/messages/en/release.ts';
import { appearance as enAppearance } from '../../assets/messages/en/settings/appearance.ts';
import { connections as enConnections } from '../../assets/messages/en/settings/connections.ts';
import { data as enData } from '../../assets/messages/en/settings/data.ts';
import { defaults as enDefaults } from '../../assets/messages/en/settings/defaults.ts';
import { security as enSecurity } from '../../assets/messages/en/settings/security.ts';
import { sites as enSites } from '../../assets/messages/en/settings/sites.ts';
import { unlock as enUnlock } from '../../assets/messages/en/unlock.ts';
import { words as enWords } from '../../assets/messages/en/words.ts';
import { app } from '../../assets/messages/zh-cn/app.ts';
import { errorReasons } from '../../assets/messages/zh-cn/error-reasons.ts';
import { errorCodes } from '../../assets/messages/zh-cn/errors.ts';
import { fields } from '../../assets/messages/zh-cn/fields.ts';
import { job } from '../../assets/messages/zh-cn/job.ts';
import { jobs } from '../../assets/messages/zh-cn/jobs.ts';
import { journal } from '../../assets/messages/zh-cn/journal.ts';
import { opportunity } from '../../assets/messages/zh-cn/opportunity.ts';
import { outcomes } from '../../assets/messages/zh-cn/outcomes.ts';
import { pageMoved } from '../../assets/messages/zh-cn/page-moved.ts';
import { release } from '../../assets/messages/zh-cn/release.ts';
import { appearance } from '../../assets/messages/zh-cn/settings/appearance.ts';
import { connections } from '../../assets/messages/zh-cn/settings/connections.ts';
import { data } from '../../assets/messages/zh-cn/settings/data.ts';
import { defaults } from '../../assets/messages/zh-cn/settings/defaults.ts';
import { security } from '../../assets/messages/zh-cn/settings/security.ts';
import { sites } from '../../assets/messages/zh-cn/settings/sites.ts';
import { unlock } from '../../assets/messages/zh-cn/unlock.ts';
import { words as sharedWords } from '../../assets/messages/zh-cn/words.ts';

/** Section by section and not as a whole: the catalogues' own roots are written for the bundler, which Node is not. */
const chinese = {
  app,
  appearance,
  connections,
  data,
  defaults,
  errorCodes,
  errorReasons,
  fields,
  job,
  jobs,
  journal,
  opportunity,
  pageMoved,
  outcomes,
  release,
  security,
  sites,
  unlock,
  words: sharedWords,
};

/** What the interface says, in the language that the tests use unless a test is about languages. */
export const said = chinese;

export type Said = typeof chinese;

export const saidIn: Record<'zh-CN' | 'en', Said> = {
  'zh-CN': chinese,
  en: {
    app: enApp,
    appearance: enAppearance,
    connections: enConnections,
    data: enData,
    defaults: enDefaults,
    errorCodes: enErrorCodes,
    errorReasons: enErrorReasons,
    fields: enFields,
    job: enJob,
    jobs: enJobs,
    journal: enJournal,
    opportunity: enOpportunity,
    pageMoved: enPageMoved,
    outcomes: enOutcomes,
    release: enRelease,
    security: enSecurity,
    sites: enSites,
    unlock: enUnlock,
    words: enWords,
  },
};
