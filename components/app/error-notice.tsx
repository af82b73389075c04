import type { ComponentChildren } from 'preact';
import { Notice } from '@/components/ui/notice';
import type { Tone } from '@/components/ui/tone';
import type { ErrorData } from '@/lib/errors/app-error';
import { describeError } from '@/lib/i18n/describe-error';
import { language, messages } from '@/lib/i18n/messages';
import { SaidByPlatform } from './said-by-platform';

export interface ErrorNoticeProps {
  error: ErrorData;
  tone?: Tone | undefined;
  actions?: ComponentChildren;
}

/** A failure as a sentence, its next step, and what the platform said of it. */
export function ErrorNotice({ error, tone = 'bad', actions }: ErrorNoticeProps) {
  const described = describeError(messages.value, language.value, error);
  return (
    <Notice tone={tone} title={described.title} actions={actions} role="alert">
      <div>{described.next}</div>
      <SaidByPlatform {...described} />
    </Notice>
  );
}
