import { signal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { screenCatalogue } from '@/lib/i18n/screen-messages';

/**
 * A component whose code comes when it is first shown, so that a popup carries only what it shows at once.
 * `Meanwhile` stands in its place until then.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: (props: Props) => ComponentChildren = () => null,
): ComponentType<Props> {
  const loaded = signal<{ component: ComponentType<Props> } | undefined>(undefined);
  let isAsked = false;
  return function Late(props: Props) {
    if (!isAsked) {
      isAsked = true;
      void load().then((component) => {
        loaded.value = { component };
      });
    }
    const Loaded = loaded.value?.component;
    return Loaded ? <Loaded {...props} /> : <Meanwhile {...props} />;
  };
}

/** As `late`, for what uses `screenMessages`: its words come together with its code, so that no text is ever missing. */
export function lateWithWords<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile?: (props: Props) => ComponentChildren,
): ComponentType<Props> {
  return late(async () => (await Promise.all([load(), screenCatalogue.load()]))[0], Meanwhile);
}
