import type { App } from '@/components/app/app';
import { JobRow } from '@/components/screens/jobs/job-row';
import { List } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { messages } from '@/lib/i18n/messages';
import styles from './nothing.module.css';
import type { OpportunityModel } from './opportunity-model';

const shownJobs = 3;

/** In the popup, which has no tabs: jobs that are not over, and the way to all of them. */
export function OtherJobs({ app, model }: { app: App; model: OpportunityModel }) {
  const { jobs, opportunity } = messages.value;
  const others = model.otherJobs.value;
  return (
    <Section title={jobs.title} end={<a href="#/jobs">{opportunity.allJobs}</a>}>
      {others.length === 0 && <p class={styles.none}>{jobs.noneOpen}</p>}
      {others.length > 0 && (
        <List label={messages.value.jobs.filterOpen}>
          {others.slice(0, shownJobs).map((job) => (
            <JobRow key={job.id} job={job} now={app.ports.clock()} />
          ))}
        </List>
      )}
    </Section>
  );
}
