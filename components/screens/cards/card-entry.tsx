import { useEffect } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { cross, inbox } from '@/components/ui/screen-icons';
import { Section } from '@/components/ui/section';
import { TextInput } from '@/components/ui/text-input';
import { batchMessages } from '@/lib/i18n/batch-messages';
import styles from './card-entry.module.css';
import type { CardNews } from './card-list';
import { type CardsForm, entryId } from './cards-model';
import { mostCards } from './split-ids';

/** Where ids are scanned, typed or pasted, and the list that they make. */
export function CardEntry({ form }: { form: CardsForm }) {
  const { cards } = batchMessages.value;
  const { ids } = form.cards;
  useEffect(() => {
    // Ready for the scanner, unless a person is somewhere else by now.
    const at = document.activeElement;
    if (!at || at === document.body || at.matches('h1')) document.getElementById(entryId)?.focus();
  }, []);
  const error = faultOf(form.cards.news.value) ?? (form.isCardMissing.value ? cards.none : undefined);
  // A scanner ends each id with Enter, at times with two: here Enter adds and never submits.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    form.addEntry();
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/\S\s+\S|[,，;；、|]/.test(text)) return;
    const field = event.currentTarget;
    if (!(field instanceof HTMLInputElement)) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = field;
    // What was selected is replaced, as in any field; an id under the cursor stays whole.
    const kept = value.slice(0, selectionStart ?? value.length) + value.slice(selectionEnd ?? value.length);
    form.paste(`${kept} ${text}`);
  };
  return (
    <div class={styles.cards}>
      <Field id={entryId} label={cards.entry} hint={cards.entryHint} error={error}>
        {(control) => (
          <div class={styles.entry}>
            <TextInput
              {...control}
              code
              value={form.entry.value}
              onKeyDown={onKeyDown}
              onPaste={onPaste}
              onValue={(text) => {
                form.entry.value = text;
              }}
            />
            <Button onClick={() => form.addEntry()}>{cards.add}</Button>
          </div>
        )}
      </Field>
      <div class={styles.news} role="status">
        {newsText(form.cards.news.value)}
        {form.cards.news.value?.kind === 'removed' && (
          <Button kind="link" onClick={() => form.cards.undo()}>
            {cards.undo}
          </Button>
        )}
      </div>
      {ids.value.length === 0 ? (
        <EmptyState icon={inbox} title={cards.empty}>
          {cards.emptyNext}
        </EmptyState>
      ) : (
        <Listed form={form} />
      )}
    </div>
  );
}

function Listed({ form }: { form: CardsForm }) {
  const { cards } = batchMessages.value;
  const ids = form.cards.ids.value;
  const clear = (
    <Button kind="link" onClick={() => form.cards.clear()}>
      {cards.clear}
    </Button>
  );
  return (
    <Section title={cards.count(ids.length)} end={clear}>
      {/* The last one that was scanned stands on top. */}
      <ul class={styles.list}>
        {ids.toReversed().map((id) => (
          <li key={id} class={styles.card}>
            <span class={styles.id}>{id}</span>
            <IconButton icon={cross} label={cards.remove(id)} onClick={() => form.cards.remove(id)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What could not be taken stands on in the field, so the reason stands at the field. */
function faultOf(news: CardNews | undefined): string | undefined {
  if (news?.kind !== 'entered') return undefined;
  const { cards } = batchMessages.value;
  if (news.refused.length > 0) return cards.refused(listed(news.refused));
  return news.left > 0 ? cards.tooMany(mostCards, news.left) : undefined;
}

function newsText(news: CardNews | undefined): string {
  const { cards } = batchMessages.value;
  if (!news) return '';
  if (news.kind === 'removed') {
    const [only = ''] = news.ids;
    return news.ids.length === 1 ? cards.removedOne(only) : cards.removed(news.ids.length);
  }
  const { added, repeated } = news;
  const [first = ''] = added;
  return [
    added.length === 1 && cards.added(first),
    added.length > 1 && cards.addedMany(added.length),
    repeated.length > 0 &&
      (repeated.length > 3 ? cards.repeatedMany(repeated.length) : cards.repeated(listed(repeated))),
  ]
    .filter(Boolean)
    .join(' · ');
}

function listed(ids: readonly string[]): string {
  return ids.length > 3 ? `${ids.slice(0, 3).join(' ')} …` : ids.join(' ');
}
