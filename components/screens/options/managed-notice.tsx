import { lock } from '@/components/ui/icons';
import { Notice } from '@/components/ui/notice';
import { settingsMessages } from '@/lib/i18n/settings-messages';

/** Why the controls below are closed. */
export function ManagedNotice({ isManaged }: { isManaged: boolean }) {
  const { options } = settingsMessages.value;
  if (!isManaged) return null;
  return (
    <Notice tone="neutral" icon={lock} title={options.managed}>
      {options.managedNext}
    </Notice>
  );
}
