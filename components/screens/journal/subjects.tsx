import { CopyButton } from '@/components/ui/copy-button';
import { formatCount } from '@/lib/i18n/format-number';
import { language, messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import styles from './journal.module.css';
import type { JournalEntry } from './journal-model';

/** What an entry is about in a few words: of several the one that was looked for, else the first. */
export function aboutEntry({ subject, subjects }: JournalEntry, search: string): string | undefined {
  if (!subjects) return subject;
  const wanted = search.trim().toLowerCase();
  const [first = ''] = subjects;
  const shown = (wanted !== '' && subjects.find((one) => one.toLowerCase().includes(wanted))) || first;
  if (subjects.length < 2) return shown;
  return screenMessages.value.journal.several(shown, formatCount(language.value, subjects.length));
}

/** All of several, one a line, in a box that scrolls and that the keyboard reaches. */
export function Subjects({ subjects }: { subjects: readonly string[] }) {
  const { journal } = screenMessages.value;
  const text = subjects.join('\n');
  return (
    <>
      <textarea class={styles.subjects} readOnly rows={4} aria-label={journal.subjects} value={text} />
      <CopyButton text={text} label={journal.copySubjects} copiedLabel={messages.value.words.copied} />
    </>
  );
}
