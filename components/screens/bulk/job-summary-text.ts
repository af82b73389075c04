import { aboutJob } from '@/components/screens/jobs/about-job';
import { operationName } from '@/components/screens/jobs/job-row';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { formatCount } from '@/lib/i18n/format-number';
import { formatMoment } from '@/lib/i18n/format-time';
import { language, messages } from '@/lib/i18n/messages';
import type { JobSummary } from '@/lib/messages/app-state';
import { countedStates } from './sum-line';

/** A job in a few lines, to be pasted into a chat: what, when, and the sum. */
export function jobSummaryText(job: JobSummary): string {
  const { job: words } = bulkMessages.value;
  const { jobStates, rowStates } = messages.value.jobs;
  const count = (amount: number) => formatCount(language.value, amount);
  const from = formatMoment(language.value, job.createdAt);
  const parts = countedStates
    .filter((state) => job.counts[state] > 0)
    .map((state) => words.summaryPart(count(job.counts[state]), rowStates[state]));
  return [
    words.summary(`${operationName(job.operation)} · ${aboutJob(job)}`, jobStates[job.state]),
    words.summaryTotal(count(job.total), parts.join(words.summaryComma)),
    job.finishedAt === undefined
      ? words.summaryOpen(from)
      : words.summaryTimes(from, formatMoment(language.value, job.finishedAt)),
  ].join('\n');
}
