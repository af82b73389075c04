import { wordsOf } from '@/components/screens/batch/batch-text-field';
import { AttemptRow } from '@/components/screens/job/row-detail';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { IdText } from '@/components/ui/id-text';
import { List } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { batchMessages } from '@/lib/i18n/batch-messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { JobDetail } from '@/lib/messages/extension-contract';
import { requestsOf } from './batch-job';

/** What a job of several rows held and how it left: shared values, requests with their attempts, and each row's values. */
export function BatchDetail({ detail }: { detail: JobDetail }) {
  const { batch, outreach } = batchMessages.value;
  const requests = requestsOf(detail.rows);
  const ownValues = detail.rows.filter(({ values }) => Object.keys(values).length > 1);
  return (
    <>
      <Section title={batch.shared}>
        <DescriptionList>
          {detail.channel && <Description term={outreach.channel}>{outreach.channels[detail.channel]}</Description>}
          <Values values={detail.shared ?? {}} />
        </DescriptionList>
      </Section>
      {requests.map(({ key, rows, attempts }) => (
        <Section key={key} title={`${batch.requestsTitle} · ${batch.rowCount(rows)}`}>
          <DescriptionList>
            <Description term={batch.requestId}>
              <IdText>{key}</IdText>
            </Description>
          </DescriptionList>
          <List label={screenMessages.value.job.attempts}>
            {attempts.map((attempt) => (
              <AttemptRow key={attempt.number} attempt={attempt} />
            ))}
          </List>
        </Section>
      ))}
      {ownValues.length > 0 && (
        <Section title={screenMessages.value.job.request}>
          {ownValues.map(({ index, subject, values }) => (
            <Disclosure key={index} summary={subject}>
              <DescriptionList>
                <Values values={values} />
              </DescriptionList>
            </Disclosure>
          ))}
        </Section>
      )}
    </>
  );
}

function Values({ values }: { values: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <Description key={name} term={wordsOf(name).label}>
          {value}
        </Description>
      ))}
    </>
  );
}
