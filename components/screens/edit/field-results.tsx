import { Description, DescriptionList } from '@/components/ui/description-list';
import { Tag } from '@/components/ui/tag';
import type { Tone } from '@/components/ui/tone';
import { editMessages } from '@/lib/i18n/edit-messages';
import type { FieldResult } from '@/lib/opportunities/compare-after';
import type { Change } from '@/lib/opportunities/difference';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import styles from './edit.module.css';
import type { EditJobModel } from './edit-job-model';
import { fieldLabel, showValue } from './show-value';

const tones: Readonly<Record<FieldResult['state'], Tone>> = {
  saved: 'ok',
  refused: 'bad',
  'changed-by-crm': 'warn',
  'not-shown': 'unknown',
};

export interface FieldResultsProps {
  model: EditJobModel;
  results?: readonly FieldResult[];
  /** What else changed at the same time. */
  changes?: readonly Change[];
  records: readonly (Opportunity | undefined)[];
  /** It may still be on its way: what is not there yet is not refused. */
  isUnknown?: boolean;
}

/** Field by field: what it held, and what it holds now. */
export function FieldResults({ model, results = [], changes = [], records, isUnknown = false }: FieldResultsProps) {
  const words = editMessages.value;
  const knowledge = model.knowledge.value;
  const show = (field: string, value: string | undefined) => showValue(field, value, { knowledge, records });
  if (results.length + changes.length === 0) return null;
  return (
    <>
      {changes.length > 0 && <div>{words.alsoChanged}</div>}
      <DescriptionList>
        {results.map(({ field, from, is, wanted, state }) => (
          <Description key={field} term={fieldLabel(field, knowledge)}>
            {state !== 'refused' && <div class={styles.was}>{show(field, from)}</div>}
            <div class={styles.will}>{show(field, state === 'not-shown' ? wanted : is)}</div>
            {(state === 'refused' || state === 'changed-by-crm') && <div>{words.wanted(show(field, wanted))}</div>}
            {isUnknown && state === 'refused' ? (
              <Tag tone="unknown">{words.notSeen}</Tag>
            ) : (
              <Tag tone={tones[state]}>{words.states[state]}</Tag>
            )}
          </Description>
        ))}
        {changes.map(({ field, from, to }) => (
          <Description key={field} term={fieldLabel(field, knowledge)}>
            <div class={styles.was}>{show(field, from)}</div>
            <div class={styles.will}>{show(field, to)}</div>
          </Description>
        ))}
      </DescriptionList>
    </>
  );
}
