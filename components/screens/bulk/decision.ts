import type { Choice } from '@/components/screens/job/job-model';
import type { JobRow } from './bulk-job-model';

/** What a person may say of an unknown row, the harmless first. */
export const choices: readonly Choice[] = ['mark-succeeded', 'mark-failed', 'send-again'];

/** What is asked to be decided: one row, or every unknown one. */
export interface Asked {
  choice: Choice;
  row?: JobRow;
}
