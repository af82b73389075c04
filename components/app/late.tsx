import { signal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { messages } from '@/lib/i18n/messages';
import { screenCatalogue } from '@/lib/i18n/screen-messages';

/** What stands in a component's place until its code is there; `failure`: it will not come, and this says so. */
export type Meanwhile<Props> = (props: Props & { failure?: ComponentChildren }) => ComponentChildren;

/**
 * A component whose code comes when it is first shown, so that a popup carries only what it shows at once.
 * `Waiting` stands in its place until then.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting: Meanwhile<Props> = ({ failure }) => failure ?? null,
): ComponentType<Props> {
  const loaded = signal<{ component: ComponentType<Props> } | 'failed' | undefined>(undefined);
  let isAsked = false;
  return function Late(props: Props) {
    if (!isAsked) {
      isAsked = true;
      void load().then(
        (component) => {
          loaded.value = { component };
        },
        () => {
          loaded.value = 'failed';
        },
      );
    }
    if (loaded.value === 'failed') return <Waiting {...props} failure={<LoadFailure />} />;
    const Loaded = loaded.value?.component;
    return Loaded ? <Loaded {...props} /> : <Waiting {...props} />;
  };
}

/** As `late`, for what uses `screenMessages`: its words come together with its code, so that no text is ever missing. */
export function lateWithWords<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting?: Meanwhile<Props>,
): ComponentType<Props> {
  return late(async () => (await Promise.all([load(), screenCatalogue.load()]))[0], Waiting);
}

// A page that outlived an update asks for code that is gone, and a browser remembers a module that failed: only a page
// loaded anew gets it.
function LoadFailure() {
  const { app } = messages.value;
  return (
    <Notice
      tone="bad"
      title={app.partMissing}
      role="alert"
      actions={
        <Button kind="link" onClick={() => location.reload()}>
          {app.reload}
        </Button>
      }
    >
      {app.partMissingNext}
    </Notice>
  );
}
