import type { ComponentChildren } from 'preact';
import { formatCount } from '@/lib/i18n/format-number';
import { language } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import styles from './journal.module.css';
import type { JournalModel } from './journal-model';
import { Progress } from './progress';

/** How many entries were found of how many; while a long journal is looked through, how far. */
export function Found({ model, end }: { model: JournalModel; end: ComponentChildren }) {
  const { journal } = screenMessages.value;
  const count = (amount: number) => formatCount(language.value, amount);
  const found = count(model.entries.value.length);
  const total = model.total.value;
  const isSearching = model.loading.isBusy.value && model.filter.value !== undefined && model.hasMore.value;
  const isShown = model.isLoaded.value && !isSearching;
  const text = isShown ? sentence(model, found, count(total)) : '';
  return (
    <>
      <div class={styles.found}>
        <span class={styles.count} aria-live={model.filter.value ? 'polite' : 'off'}>
          {text}
        </span>
        {end}
      </div>
      {isSearching && (
        <Progress text={(done, all) => journal.searching(done, all, found)} done={model.examined.value} total={total} />
      )}
    </>
  );
}

function sentence({ filter, hasMore }: JournalModel, found: string, total: string): string {
  const { journal } = screenMessages.value;
  if (filter.value === undefined) return journal.countAll(total);
  return hasMore.value ? journal.countSoFar(found, total) : journal.countFound(found, total);
}
