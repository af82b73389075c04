import type { ComponentChildren } from 'preact';
import type { App } from '@/components/app/app';
import { SaidByPlatform } from '@/components/app/said-by-platform';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Tone } from '@/components/ui/tone';
import type { ErrorData } from '@/lib/errors/app-error';
import { describeCrmError, editMessages } from '@/lib/i18n/edit-messages';

export interface CrmErrorNoticeProps {
  app: App;
  error: ErrorData;
  tone?: Tone | undefined;
  actions?: ComponentChildren;
  /** Nothing was to be written. */
  isReading?: boolean;
  /** More about it. */
  children?: ComponentChildren;
}

const atConnection: readonly string[] = ['no-such-address', 'no-connection', 'not-an-ikcrm', 'host-permission-missing'];

/** A failure as a sentence, its next step, and what the CRM said of it. */
export function CrmErrorNotice(props: CrmErrorNoticeProps) {
  const { app, error, tone = 'bad', actions, isReading = false, children } = props;
  const described = describeCrmError(error, { isReading });
  const isAtConnection = error.code === 'sign-in-again' || atConnection.includes(error.detail.reason ?? '');
  return (
    <Notice
      tone={tone}
      title={described.title}
      role="alert"
      actions={
        <>
          {actions}
          {isAtConnection && (
            <Button kind="link" onClick={() => void app.ports.openOptions('connections')}>
              {editMessages.value.openConnections}
            </Button>
          )}
        </>
      }
    >
      <div>{described.next}</div>
      <SaidByPlatform {...described} />
      {children}
    </Notice>
  );
}
