import { Notice } from '@/components/ui/notice';
import { formatCount } from '@/lib/i18n/format-number';
import { language } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import styles from './journal.module.css';
import { Progress } from './progress';
import type { VerifyModel } from './verify-model';

/** How far verifying is, and what it found, which is read out. */
export function Verification({ model }: { model: VerifyModel }) {
  const { journal } = screenMessages.value;
  return (
    <>
      {model.action.isBusy.value && <Progress text={journal.verifyingOf} {...model.progress.value} />}
      <div class={styles.live} aria-live="polite">
        <Result model={model} />
      </div>
    </>
  );
}

function Result({ model }: { model: VerifyModel }) {
  const { journal } = screenMessages.value;
  const result = model.result.value;
  if (!result) return null;
  const { entries, brokenAt, problem = 'changed' } = result;
  if (brokenAt === undefined)
    return <Notice tone="ok" title={journal.verified(formatCount(language.value, entries))} />;
  return (
    <Notice tone="bad" title={journal.broken[problem](brokenAt)}>
      <div>{journal.brokenNext[problem]}</div>
      <div>{journal.brokenAdvice}</div>
    </Notice>
  );
}
