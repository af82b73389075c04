import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Notice } from '@/components/ui/notice';
import type { Tone } from '@/components/ui/tone';
import type { ErrorData } from '@/lib/errors/app-error';
import { screenCatalogue } from '@/lib/i18n/screen-messages';
import { tellError } from '@/lib/i18n/tell-error';
import type { App } from './app';
import { SaidByPlatform } from './said-by-platform';
import { SettingsDoor } from './settings-door';

export interface ErrorNoticeProps {
  error: ErrorData;
  tone?: Tone | undefined;
  /** Given, a failure that the settings can put right has the way there before its other actions. */
  app?: App | undefined;
  actions?: ComponentChildren;
  /** It stands in a region that is read out whenever it changes. */
  isInLiveRegion?: boolean | undefined;
  /** More about it. */
  children?: ComponentChildren;
}

/** A failure as a sentence, its next step, and what the platform said of it. */
export function ErrorNotice({ error, tone = 'bad', app, actions, isInLiveRegion, children }: ErrorNoticeProps) {
  const { title, next, said, requestId } = tellError(error);
  useEffect(() => {
    // The finer sentences come with the first failure, so that a surface that has none does not carry them.
    void screenCatalogue.load();
  }, []);
  return (
    <Notice
      tone={tone}
      title={title}
      actions={
        <>
          {app && <SettingsDoor app={app} error={error} />}
          {actions}
        </>
      }
      role={isInLiveRegion ? undefined : 'alert'}
    >
      <div>{next}</div>
      <SaidByPlatform said={said} requestId={requestId} />
      {children}
    </Notice>
  );
}
