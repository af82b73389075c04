import { useSignal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { createAction } from '@/components/app/create-action';
import { ErrorNotice } from '@/components/app/error-notice';
import { useOnce } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Stack } from '@/components/ui/stack';
import { formatMoment } from '@/lib/i18n/format-time';
import { imMessages } from '@/lib/i18n/im-messages';
import { language } from '@/lib/i18n/messages';
import type { ImChange, ImView } from '@/lib/messages/im-contract';
import { changeParts } from './change-sentence';
import styles from './im-settings.module.css';
import type { ImSettingsModel } from './im-settings-model';

type Compared = Pick<ImSettingsModel, 'connectionId' | 'accountId' | 'entries' | 'hasMore'>;
type Versions = { from: string; to: string };

/** What is different in two versions, whatever happened between them. */
export function CompareVersions({ app, model, view }: { app: App; model: Compared; view: ImView }) {
  const words = imMessages.value;
  // The newest two until somebody chooses: what is chosen or compared stays when a newer version comes.
  const chosen = useSignal<Partial<Versions>>({});
  const versions = { from: String(view.version - 1), to: String(view.version), ...chosen.value };
  const changes = useSignal<readonly ImChange[] | undefined>(undefined);
  const comparing = useOnce(createAction);
  const compare = () =>
    comparing.run(async () => {
      const [connectionId, accountId] = [model.connectionId.peek(), model.accountId.peek()];
      chosen.value = versions;
      const asked = { from: Number(versions.from), to: Number(versions.to) };
      const found = await app.client.call('im.compare', { connectionId, accountId, ...asked });
      // Another version may have been chosen meanwhile.
      if (chosen.value === versions) changes.value = found.changes;
    });
  const choices = versionChoices(model, view);
  const choose = (version: Partial<Versions>) => {
    chosen.value = { ...versions, ...version };
    changes.value = undefined;
  };
  return (
    <Disclosure summary={words.compare}>
      <Stack>
        <Stack>
          <Field id="im-compare-from" label={words.compareFrom}>
            {(control) => (
              <Select {...control} value={versions.from} choices={choices} onValue={(from) => choose({ from })} />
            )}
          </Field>
          <Field id="im-compare-to" label={words.compareTo}>
            {(control) => (
              <Select {...control} value={versions.to} choices={choices} onValue={(to) => choose({ to })} />
            )}
          </Field>
        </Stack>
        <Stack along="row">
          <Button busy={comparing.isBusy.value} onClick={() => void compare()}>
            {words.compare}
          </Button>
        </Stack>
        {comparing.error.value && <ErrorNotice error={comparing.error.value} />}
        <div aria-live="polite">{changes.value && <Differences changes={changes.value} />}</div>
      </Stack>
    </Disclosure>
  );
}

function versionChoices({ entries, hasMore }: Compared, view: ImView): { value: string; label: string }[] {
  const words = imMessages.value;
  const moment = (at: number) => formatMoment(language.value, at);
  const found = entries.value.map(({ version, foundAt }) => ({
    value: String(version),
    label: words.versionFrom(moment(foundAt), version),
  }));
  const first = { value: '0', label: words.firstVersion(moment(view.firstAt)) };
  // The version before the oldest change that was read is known as well.
  const oldest = entries.value.at(-1);
  const between =
    hasMore.value && oldest
      ? [{ value: String(oldest.version - 1), label: words.versionFrom(moment(oldest.stillAt), oldest.version - 1) }]
      : [];
  return [...found, ...between, first];
}

function Differences({ changes }: { changes: readonly ImChange[] }) {
  const words = imMessages.value;
  if (changes.length === 0) return <div class={styles.note}>{words.same}</div>;
  return (
    <table class={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.item}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes
          .map((change) => changeParts(words, change))
          .map(({ item, before, after }) => (
            <tr key={item}>
              <th scope="row">{item}</th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
