import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { App } from '@/components/app/app';
import { Button } from '@/components/ui/button';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import styles from './bulk.module.css';

/** Offers to be told outside the panel when the job ends or needs a person: the browser asks for the permission. */
export function NotifyMe({ app: { ports } }: { app: App }) {
  const may = useSignal<'asking' | 'may' | 'may-not' | 'refused'>('asking');
  const { job: words } = bulkMessages.value;
  useEffect(() => {
    void ports.mayNotify().then((isAllowed) => {
      may.value = isAllowed ? 'may' : 'may-not';
    });
  }, []);
  const ask = async () => {
    may.value = (await ports.requestNotifications()) ? 'may' : 'refused';
  };
  if (may.value === 'asking') return null;
  if (may.value === 'may-not')
    return (
      <div>
        <Button kind="link" onClick={() => void ask()}>
          {words.notifyMe}
        </Button>
      </div>
    );
  return (
    <p class={styles.faint} role="status">
      {may.value === 'may' ? words.willNotify : words.notifyRefused}
    </p>
  );
}
