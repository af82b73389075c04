import type { App } from '@/components/app/app';
import { routeHash } from '@/components/app/route';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { formatCount } from '@/lib/i18n/format-number';
import { formatMoment } from '@/lib/i18n/format-time';
import { language } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { aboutJob } from './about-job';
import styles from './drafts.module.css';
import { operationName } from './job-row';
import type { JobsModel } from './jobs-model';

/** Tables that were read and wait to be gone through. */
export function Drafts({ app, model }: { app: App; model: JobsModel }) {
  const { job: text } = screenMessages.value;
  const drafts = model.drafts.value;
  const { keepJobsDays } = app.state.value.preferences;
  if (drafts.length === 0) return null;
  return (
    <Section title={text.drafts}>
      <List label={text.drafts}>
        {drafts.map((job) => (
          <ListRow
            key={job.id}
            href={routeHash({ screen: 'job', jobId: job.id })}
            title={`${operationName(job.operation)} · ${aboutJob(job)}`}
            note={[
              text.rows(formatCount(language.value, job.total)),
              formatMoment(language.value, job.createdAt, app.ports.clock()),
            ].join(' · ')}
            end={text.continueDraft}
          />
        ))}
      </List>
      {keepJobsDays > 0 && <p class={styles.note}>{text.draftsCleared(keepJobsDays)}</p>}
    </Section>
  );
}
