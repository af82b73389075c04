import type { ComponentChildren } from 'preact';
import { Skeleton } from '@/components/ui/skeleton';
import { messages } from '@/lib/i18n/messages';
import { Frame, type FrameProps } from './frame';

interface LoadingProps extends Pick<FrameProps, 'app' | 'tab'> {
  failure: ComponentChildren;
}

/** Where a screen will stand, or the word that it will not come. */
export function Loading({ app, tab, failure }: LoadingProps) {
  return (
    <Frame app={app} tab={tab}>
      {failure ?? <Skeleton label={messages.value.words.loading} lines={5} />}
    </Frame>
  );
}
