import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { SaidByPlatform } from '@/components/app/said-by-platform';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ErrorData } from '@/lib/errors/app-error';
import { imMessages } from '@/lib/i18n/im-messages';
import { messages } from '@/lib/i18n/messages';

/** Why settings could not be renewed. Its own sentences where the usual ones speak of jobs, since asking is none. */
export function ImErrorNotice({ app, error, hasView }: { app: App; error: ErrorData; hasView: boolean }) {
  const words = imMessages.value;
  const sentences: Partial<Record<string, { title: string; next: string }>> = words.errors;
  const own = sentences[error.detail.reason ?? ''] ?? sentences[error.code];
  // While there is something to show, that it could not be renewed is no alarm.
  const tone = error.code === 'locked' ? 'info' : hasView ? 'warn' : 'bad';
  if (!own || (error.code === 'locked' && !hasView)) return <ErrorNotice error={error} tone={tone} />;
  const { code, subCode, message, requestId } = error.detail.platform ?? {};
  const settings = error.code === 'sign-in-again' && (
    <Button onClick={() => void app.ports.openOptions('connections')}>{messages.value.app.openSettings}</Button>
  );
  const said = [code, subCode, message].filter(Boolean).join(' · ') || undefined;
  return (
    <Notice tone={tone} title={own.title} actions={settings} role={hasView ? 'status' : 'alert'}>
      <div>{own.next}</div>
      {hasView && error.code !== 'locked' && <div>{words.kept}</div>}
      <SaidByPlatform said={said} requestId={requestId} />
    </Notice>
  );
}
