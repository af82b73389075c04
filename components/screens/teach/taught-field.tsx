import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { joinClasses } from '@/components/ui/join-classes';
import { trash } from '@/components/ui/screen-icons';
import { Select } from '@/components/ui/select';
import { teachMessages } from '@/lib/i18n/teach-messages';
import { describeCandidate } from './describe-candidate';
import { maskReading } from './mask-reading';
import { chosenOf, type PointField } from './taught-rule';
import styles from './teach.module.css';
import type { TeachModel } from './teach-model';

/** One thing that can be pointed at: what it reads, how it is found, and other ways to find it. */
export function TaughtField({ model, field, mayPoint }: { model: TeachModel; field: PointField; mayPoint: boolean }) {
  const { teach } = teachMessages.value;
  const label = teach.fields[field];
  const at = model.pointed.value[field];
  return (
    <li class={styles.field}>
      <div class={styles.head}>
        <b>{label}</b>
        <Reading model={model} field={field} />
        <Button
          aria-label={at ? teach.pointAgain(label) : teach.point(label)}
          busy={model.asking.isBusy.value}
          disabled={!mayPoint}
          onClick={() => void model.point(field)}
        >
          {at ? teach.again : teach.pointShort}
        </Button>
        {at && <IconButton icon={trash} label={teach.forget(label)} onClick={() => model.forget(field)} />}
      </div>
      {at && at.candidates.length > 0 && (
        <Field id={`taught-${field}`} label={teach.how}>
          {(control) => (
            <Select
              {...control}
              value={String(at.chosen)}
              choices={at.candidates.map((candidate, index) => ({
                value: String(index),
                label: describeCandidate(candidate),
              }))}
              onValue={(index) => model.choose(field, Number(index))}
            />
          )}
        </Field>
      )}
    </li>
  );
}

function Reading({ model, field }: { model: TeachModel; field: PointField }) {
  const { teach } = teachMessages.value;
  const { context, rows } = model.trial.value ?? {};
  const chosen = chosenOf(model.pointed.value, field);
  let text: string | undefined;
  if (field === 'row') text = rows && teach.rows(String(rows.total));
  else if (field.startsWith('row.')) text = rows?.rows.flatMap((row) => textOf(row, field.slice(4)) ?? [])[0];
  else text = field === 'id' ? context?.opportunityId : textOf(context, field);
  if (text !== undefined) return <span class={styles.reading}>{text}</span>;
  // Without a trial: what was read when it was pointed at.
  if (chosen && !model.trial.value)
    return (
      <span class={styles.reading}>
        {field === 'row' ? teach.rows(chosen.reads) : maskReading(field, chosen.reads)}
      </span>
    );
  return <span class={joinClasses(styles.reading, styles.soft)}>{chosen ? teach.notHere : teach.unset}</span>;
}

function textOf(texts: object | undefined, name: string): string | undefined {
  const text: unknown = texts && Reflect.get(texts, name);
  return typeof text === 'string' ? maskReading(name, text) : undefined;
}
