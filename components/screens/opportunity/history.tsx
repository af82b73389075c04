import type { App } from '@/components/app/app';
import { rowTones } from '@/components/screens/job/job-tone';
import { operationName } from '@/components/screens/jobs/job-row';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { formatMoment } from '@/lib/i18n/format-time';
import { language, messages } from '@/lib/i18n/messages';
import styles from './nothing.module.css';
import type { OpportunityModel } from './opportunity-model';

/** What was done here with the opportunity before. */
export function History({ app, model }: { app: App; model: OpportunityModel }) {
  const { opportunity, jobs } = messages.value;
  const entries = model.history.value;
  const moment = (at: number) => formatMoment(language.value, at, app.ports.clock());
  return (
    <Section title={opportunity.recent}>
      {entries.length === 0 && <p class={styles.none}>{opportunity.noRecent}</p>}
      {entries.length > 0 && (
        <List label={opportunity.recent}>
          {entries.map((entry) => (
            <ListRow
              key={entry.jobId}
              href={entry.isCleared ? undefined : `#/jobs/${encodeURIComponent(entry.jobId)}`}
              title={operationName(entry.operation)}
              note={[moment(entry.at), entry.operatorName].filter(Boolean).join(' · ')}
              end={<Tag tone={rowTones[entry.state]}>{jobs.rowStates[entry.state]}</Tag>}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
