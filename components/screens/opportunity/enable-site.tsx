import { ErrorNotice } from '@/components/app/error-notice';
import { Button } from '@/components/ui/button';
import { messages } from '@/lib/i18n/messages';
import styles from './enable-site.module.css';
import type { OpportunityModel } from './opportunity-model';

/** Offers to read this site from now on, where its address may be known. */
export function EnableSite({ model }: { model: Pick<OpportunityModel, 'host' | 'enabling' | 'enableSite'> }) {
  const { opportunity } = messages.value;
  const error = model.enabling.error.value;
  if (model.host.value === undefined) return null;
  return (
    <div class={styles.offer}>
      <span class={styles.note}>{opportunity.grantNote}</span>
      <Button kind="link" busy={model.enabling.isBusy.value} onClick={() => void model.enableSite()}>
        {opportunity.grant}
      </Button>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}
