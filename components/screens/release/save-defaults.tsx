import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { Button } from '@/components/ui/button';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { DefaultValues } from './default-values';
import styles from './save-defaults.module.css';

const savedId = 'release-defaults-saved';

/** Offers to begin the next release with this territory and operator. Nothing where it would begin so anyway. */
export function SaveDefaults({ app, model }: { app: App; model: DefaultValues }) {
  const { release } = screenMessages.value;
  const error = model.saving.error.value;
  const save = async () => {
    // The button is gone then; what has the focus must not be lost with it.
    if (await model.save()) document.getElementById(savedId)?.focus();
  };
  return (
    <div class={styles.row}>
      {model.canSave.value && (
        <Button kind="link" busy={model.saving.isBusy.value} onClick={() => void save()}>
          {release.saveAsDefault}
        </Button>
      )}
      <span class={styles.saved} id={savedId} role="status" tabIndex={-1}>
        {model.saving.isDone.value && !model.canSave.value && messages.value.words.saved}
      </span>
      {error && <ErrorNotice app={app} error={error} />}
    </div>
  );
}
