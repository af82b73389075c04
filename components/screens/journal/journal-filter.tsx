import { operationName } from '@/components/screens/jobs/job-row';
import { Button } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { type Choice, Select } from '@/components/ui/select';
import { Stack } from '@/components/ui/stack';
import { TextInput } from '@/components/ui/text-input';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { countWishes, dayFaultOf, type FilterFields, noFilter, toFilter } from './filter-fields';
import styles from './journal.module.css';
import type { JournalModel } from './journal-model';
import { outcomeWords } from './journal-words';

/** An id to find, and on demand what else may be wished of an entry. */
export function JournalFilterFields({ model }: { model: JournalModel }) {
  const { journal } = screenMessages.value;
  const fields = model.fields.value;
  const wishes = countWishes(fields);
  return (
    <search class={styles.filter}>
      <Field id="journal-search" label={journal.search} hint={journal.searchHint}>
        {(control) => (
          <TextInput
            {...control}
            type="search"
            code
            maxLength={128}
            value={fields.search}
            onValue={(search) => void model.change({ search })}
          />
        )}
      </Field>
      <Disclosure summary={wishes === 0 ? journal.filter : journal.filterOf(wishes)}>
        <Wishes model={model} />
      </Disclosure>
    </search>
  );
}

function Wishes({ model }: { model: JournalModel }) {
  const { journal } = screenMessages.value;
  const fields = model.fields.value;
  const fault = dayFaultOf(fields);
  const operations = Object.keys(messages.value.jobs.operations).map((id) => [id, operationName(id)] as const);
  return (
    <>
      <Stack along="pair">
        <Wish model={model} name="event" label={journal.event} choices={Object.entries(journal.events)} />
        <Wish model={model} name="operation" label={journal.operation} choices={operations} />
        <Wish model={model} name="outcome" label={journal.outcome} choices={Object.entries(outcomeWords())} />
        <Field id="journal-operator" label={journal.operator}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={80}
              value={fields.operator}
              onValue={(operator) => void model.change({ operator })}
            />
          )}
        </Field>
        <Day model={model} name="fromDay" label={journal.fromDay} />
        <Day model={model} name="toDay" label={journal.toDay} />
      </Stack>
      <Stack along="row">
        <Button disabled={toFilter(fields) === undefined && !fault} onClick={() => void model.change(noFilter)}>
          {journal.clear}
        </Button>
      </Stack>
    </>
  );
}

type Named<Name extends keyof FilterFields> = { model: JournalModel; name: Name; label: string };

interface WishProps extends Named<'event' | 'operation' | 'outcome'> {
  choices: readonly (readonly [string, string])[];
}

function Wish({ model, name, label, choices }: WishProps) {
  const { journal } = screenMessages.value;
  const all: Choice[] = [{ value: '', label: journal.any }, ...choices.map(([value, label]) => ({ value, label }))];
  return (
    <Field id={`journal-${name}`} label={label}>
      {(control) => (
        <Select
          {...control}
          value={model.fields.value[name]}
          choices={all}
          onValue={(value) => void model.change({ [name]: value })}
        />
      )}
    </Field>
  );
}

function Day({ model, name, label }: Named<'fromDay' | 'toDay'>) {
  const { journal } = screenMessages.value;
  const fault = dayFaultOf(model.fields.value);
  return (
    <Field
      id={`journal-${name}`}
      label={label}
      mark={messages.value.words.chinaTime}
      error={fault?.at === name ? journal.dayFaults[fault.reason] : undefined}
    >
      {(control) => (
        <DateInput
          {...control}
          value={model.fields.value[name]}
          onValue={(value) => void model.change({ [name]: value })}
        />
      )}
    </Field>
  );
}
