import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { goTo } from '@/components/app/route';
import { useStarted } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Chips } from '@/components/ui/chips';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { Skeleton } from '@/components/ui/skeleton';
import { Stack } from '@/components/ui/stack';
import { messages } from '@/lib/i18n/messages';
import { teachMessages } from '@/lib/i18n/teach-messages';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import type { SelectionOperation } from './draft-of-rows';
import styles from './selection.module.css';
import { createSelectionModel, type SelectionModel } from './selection-model';

/** The opportunities of a list page, some of them chosen, and what can be prepared for those. */
export function SelectionCard({ app }: { app: App }) {
  const model = useStarted(() => createSelectionModel(app));
  const { selection } = teachMessages.value;
  const listed = model.listed.value;
  return (
    <Section title={selection.title}>
      {!listed && <Skeleton label={messages.value.words.loading} lines={3} />}
      {listed?.rows.length === 0 && <p class={styles.soft}>{selection.gone}</p>}
      {listed && listed.rows.length > 0 && (
        <Stack>
          <WhichRows model={model} listed={listed} />
          <Making model={model} />
        </Stack>
      )}
    </Section>
  );
}

type Listed = NonNullable<SelectionModel['listed']['value']>;

function WhichRows({ model, listed: { rows, total } }: { model: SelectionModel; listed: Listed }) {
  const { selection } = teachMessages.value;
  const { choices } = selection;
  const chosen = new Set(model.chosen.value.map(({ id }) => id));
  const ticked = rows.filter(({ isTicked }) => isTicked).length;
  return (
    <>
      {total > rows.length && <div class={styles.soft}>{selection.tooMany(rows.length, total)}</div>}
      <Chips
        id="selection"
        label={selection.which}
        value={model.choice.value}
        choices={[
          { value: 'ticked', label: choices.ticked(ticked) },
          { value: 'all', label: choices.all(rows.length) },
          ...(model.choice.value === 'own' ? [{ value: 'own' as const, label: choices.own(chosen.size) }] : []),
        ]}
        onValue={(choice) => model.choose(choice)}
      />
      <Disclosure summary={selection.chosen(chosen.size, rows.length)}>
        <ul class={styles.rows} aria-label={selection.rows}>
          {rows.map(({ id, title, customer }) => (
            <li key={id}>
              <Checkbox
                id={`selected-${id}`}
                label={title ? maskWhereFound(title) : id}
                note={[title && id, customer && maskWhereFound(customer)].filter(Boolean).join(' · ') || undefined}
                checked={chosen.has(id)}
                onChecked={() => model.toggle(id)}
              />
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}

function Making({ model }: { model: SelectionModel }) {
  const { selection } = teachMessages.value;
  const chosen = model.chosen.value;
  const error = model.making.error.value;
  const unreachable = chosen.filter(({ phone, email }) => !phone && !email).length;
  const make = async (operation: SelectionOperation) => {
    const jobId = await model.make(operation);
    if (jobId !== undefined) goTo({ screen: 'job', jobId, part: 'columns' });
  };
  return (
    <>
      {model.hasChanged.value && <Notice tone="warn" title={selection.changed} role="alert" />}
      {error && <ErrorNotice error={error} />}
      <Stack along="row">
        {model.operations.value.map((operation) => (
          <Button
            key={operation}
            disabled={chosen.length === 0}
            busy={model.making.isBusy.value}
            onClick={() => void make(operation)}
          >
            {selection.make[operation](chosen.length)}
          </Button>
        ))}
      </Stack>
      <div class={styles.soft}>
        {chosen.length === 0 ? selection.none : selection.note}{' '}
        {chosen.length > 0 &&
          unreachable > 0 &&
          model.operations.value.includes('submit-outreach') &&
          selection.withoutPhone(unreachable)}
      </div>
    </>
  );
}
