import { Chips } from '@/components/ui/chips';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Stack } from '@/components/ui/stack';
import { TextInput } from '@/components/ui/text-input';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { JobsModel } from './jobs-model';

/** Which jobs are listed: looked for by an object, by where they stand, by what they do. */
export function JobFilters({ model }: { model: JobsModel }) {
  const { jobs } = messages.value;
  const { job: text } = screenMessages.value;
  return (
    <>
      <Stack along="pair">
        <Field id="job-search" label={text.search}>
          {(control) => (
            <TextInput
              {...control}
              type="search"
              placeholder={text.searchHint}
              maxLength={128}
              value={model.search.value}
              onValue={(search) => {
                model.search.value = search;
              }}
            />
          )}
        </Field>
        <Field id="job-operation" label={text.operation}>
          {(control) => (
            <Select
              {...control}
              value={model.operation.value}
              choices={[
                { value: '', label: text.anyOperation },
                ...Object.entries(jobs.operations).map(([value, label]) => ({ value, label })),
              ]}
              onValue={(operation) => {
                model.operation.value = operation;
              }}
            />
          )}
        </Field>
      </Stack>
      <Chips
        id="job-filter"
        label={text.filter}
        value={model.filter.value}
        choices={[
          { value: 'all', label: text.filterAll },
          { value: 'open', label: jobs.filterOpen },
          { value: 'attention', label: text.filterAttention },
        ]}
        onValue={(filter) => {
          model.filter.value = filter;
        }}
      />
    </>
  );
}
