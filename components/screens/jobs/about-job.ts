import { messages } from '@/lib/i18n/messages';
import type { JobSummary } from '@/lib/messages/app-state';

/** What a job is about: its title, its only object, or how many there are. */
export function aboutJob({ label, operation, subject, total }: JobSummary): string {
  if (label) return label;
  const counted: Readonly<Record<string, (count: number) => string>> = messages.value.jobs.rowsOf;
  const rows = Object.hasOwn(counted, operation) ? counted[operation] : undefined;
  return (total > 1 || subject === '') && rows ? rows(total) : subject;
}
