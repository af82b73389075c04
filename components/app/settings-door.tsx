import { Button } from '@/components/ui/button';
import type { ErrorData } from '@/lib/errors/app-error';
import { messages } from '@/lib/i18n/messages';
import type { App } from './app';
import { findSettingsSection } from './find-settings-section';

/** Leads to where a failure can be put right; nothing where the settings cannot help. */
export function SettingsDoor({ app, error }: { app: App; error: ErrorData }) {
  const section = findSettingsSection(error);
  if (section === undefined) return null;
  return <Button onClick={() => void app.ports.openOptions(section)}>{messages.value.app.openSection[section]}</Button>;
}
