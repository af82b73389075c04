import { useSignal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { Button } from '@/components/ui/button';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { formatMoment } from '@/lib/i18n/format-time';
import { imMessages } from '@/lib/i18n/im-messages';
import { language, messages } from '@/lib/i18n/messages';
import type { ImChange, ImHistoryEntry, ImView } from '@/lib/messages/im-contract';
import { accountsIn, createNamer } from './account-names';
import { changeSentence, isLeaving } from './change-sentence';
import { CompareVersions } from './compare-versions';
import styles from './im-settings.module.css';
import type { ImSettingsModel } from './im-settings-model';

/** So many lines at first, since the accounts come below them; and that many more each time. */
const firstLines = 5;
const moreLines = 25;

/** Every change that was found, newest first, as people say it. */
export function HistorySection({ app, model, view }: { app: App; model: ImSettingsModel; view: ImView }) {
  const words = imMessages.value;
  const lines = useSignal(firstLines);
  if (view.version === 0)
    return (
      <Section title={words.history}>
        <div class={styles.note}>{words.historyEmpty(formatMoment(language.value, view.firstAt))}</div>
      </Section>
    );
  const changes = model.entries.value.flatMap((entry) =>
    entry.changes.map((change, index) => ({ change, entry, key: `${entry.version}-${index}` })),
  );
  const named = [...view.settings.accounts, ...accountsIn(changes.map(({ change }) => change))];
  const nameOf = createNamer(words, named);
  const showMore = async () => {
    if (changes.length < lines.value + moreLines && model.hasMore.value) await model.loadOlder();
    lines.value += moreLines;
  };
  return (
    <Section title={words.history}>
      <List label={words.history}>
        {changes.slice(0, lines.value).map(({ change, entry, key }) => (
          <ListRow
            key={key}
            title={changeSentence(words, change, nameOf)}
            note={foundNote(entry, change, app.ports.clock())}
          />
        ))}
      </List>
      {(model.hasMore.value || changes.length > lines.value) && (
        <Button busy={model.loading.isBusy.value} onClick={() => void showMore()}>
          {messages.value.words.showMore}
        </Button>
      )}
      <CompareVersions app={app} model={model} view={view} />
    </Section>
  );
}

/** The date always: the question is when it was, and yesterday's list is read today. */
function foundNote({ foundAt, stillAt: lastAt }: ImHistoryEntry, change: ImChange, now: number): string {
  const words = imMessages.value;
  const stillAt = ('stillAt' in change && change.stillAt) || lastAt;
  const moment = (at: number) => formatMoment(language.value, at, isSameYear(at, now) ? undefined : now);
  return `${words.foundAt(moment(foundAt))} · ${isLeaving(change) ? words.stillIn(moment(stillAt)) : words.stillSo(moment(stillAt))}`;
}

function isSameYear(one: number, other: number): boolean {
  return new Date(one).getFullYear() === new Date(other).getFullYear();
}
