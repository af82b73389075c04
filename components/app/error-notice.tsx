import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Notice } from '@/components/ui/notice';
import type { Tone } from '@/components/ui/tone';
import type { ErrorData } from '@/lib/errors/app-error';
import { screenCatalogue } from '@/lib/i18n/screen-messages';
import { tellError } from '@/lib/i18n/tell-error';
import { SaidByPlatform } from './said-by-platform';

export interface ErrorNoticeProps {
  error: ErrorData;
  tone?: Tone | undefined;
  actions?: ComponentChildren;
}

/** A failure as a sentence, its next step, and what the platform said of it. */
export function ErrorNotice({ error, tone = 'bad', actions }: ErrorNoticeProps) {
  const described = tellError(error);
  useEffect(() => {
    // The finer sentences come with the first failure, so that a surface that has none does not carry them.
    void screenCatalogue.load();
  }, []);
  return (
    <Notice tone={tone} title={described.title} actions={actions} role="alert">
      <div>{described.next}</div>
      <SaidByPlatform {...described} />
    </Notice>
  );
}
