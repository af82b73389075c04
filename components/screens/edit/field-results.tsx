import { DescriptionList } from '@/components/ui/description-list';
import { Tag } from '@/components/ui/tag';
import type { Tone } from '@/components/ui/tone';
import { editMessages } from '@/lib/i18n/edit-messages';
import type { FieldResult } from '@/lib/opportunities/compare-after';
import type { Change as Changed } from '@/lib/opportunities/difference';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import { Change } from './change';
import styles from './edit.module.css';
import type { EditJobModel } from './edit-job-model';
import { maskBeside, showValue } from './show-value';

const tones: Readonly<Record<FieldResult['state'], Tone>> = {
  saved: 'ok',
  refused: 'bad',
  'changed-by-crm': 'warn',
  'not-shown': 'unknown',
};

export interface FieldResultsProps {
  model: EditJobModel;
  results?: readonly FieldResult[] | undefined;
  /** What else changed at the same time. */
  changes?: readonly Changed[];
  records: readonly (Opportunity | undefined)[];
  /** It may still be on its way: what is not there yet is not refused. */
  isUnknown?: boolean;
}

/** Field by field: what it held, and what it holds now. */
export function FieldResults({ model, results = [], changes = [], records, isUnknown = false }: FieldResultsProps) {
  const words = editMessages.value;
  const knowledge = model.knowledge.value;
  const show = (field: string, ...values: (string | undefined)[]) => {
    const texts = values.map((value) => showValue(field, value, { knowledge, records }));
    const [from = '', to = '', wanted = ''] = texts.map(maskBeside(texts));
    return { from, to, wanted };
  };
  // Where all is saved the notice above says so, once.
  const isPlain = results.every(({ state }) => state === 'saved');
  return (
    <>
      {results.length > 0 && (
        <DescriptionList>
          {results.map(({ field, from, is, wanted, state }) => {
            const shown = show(field, from, state === 'not-shown' ? wanted : is, wanted);
            return (
              <Change
                key={field}
                term={field}
                knowledge={knowledge}
                from={state === 'refused' ? undefined : shown.from}
                to={shown.to}
              >
                {(state === 'refused' || state === 'changed-by-crm') && (
                  <div class={styles.wanted}>{words.wanted(shown.wanted)}</div>
                )}
                {!isPlain &&
                  (isUnknown && state === 'refused' ? (
                    <Tag tone="unknown">{words.notSeen}</Tag>
                  ) : (
                    <Tag tone={tones[state]}>{words.states[state]}</Tag>
                  ))}
              </Change>
            );
          })}
        </DescriptionList>
      )}
      {changes.length > 0 && (
        <section aria-label={words.alsoChanged}>
          <p class={styles.note}>{words.alsoChanged}</p>
          <DescriptionList>
            {changes.map(({ field, from, to }) => (
              <Change key={field} term={field} knowledge={knowledge} {...show(field, from, to)} />
            ))}
          </DescriptionList>
        </section>
      )}
    </>
  );
}
