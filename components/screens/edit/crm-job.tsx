import type { App } from '@/components/app/app';
import { followUpOperation } from '@/lib/opportunities/crm-job';
import { EditJob } from './edit-job';
import type { MadeJob } from './edit-model';
import { FollowUpJob } from './follow-up-job';

export interface CrmJobProps extends MadeJob {
  app: App;
  /** Another job goes on from here. */
  onJob(job: MadeJob): void;
  /** Back to the form, whose draft holds what was not saved. */
  onEdit(): void;
}

/** A job that writes to a REST CRM: what happens, what became of it, and what can be done then. */
export function CrmJob(props: CrmJobProps) {
  return props.operation === followUpOperation ? <FollowUpJob {...props} /> : <EditJob {...props} />;
}
