import { effect, untracked } from '@preact/signals';
import type { AppState } from '@/lib/messages/app-state';
import type { App } from './app';
import { goTo } from './route';

type Wish = NonNullable<AppState['panelWish']>;

const releasePrefix = 'release:';

/** Takes the side panel where the context menu or a command asked it to go, in its own window only. */
export function followWishes({ state, client, ports }: App): () => void {
  let followedAt = 0;

  async function follow(wish: Wish): Promise<void> {
    const tab = await ports.activeTab();
    if (tab?.windowId !== wish.windowId || wish.at <= followedAt) return;
    followedAt = wish.at;
    if (wish.scope.startsWith(releasePrefix))
      goTo({ screen: 'release', opportunityId: wish.scope.slice(releasePrefix.length) });
    if (wish.scope === 'teach') goTo({ screen: 'teach' });
    // Should this be lost, the panel goes there once more when it is opened again: harmless.
    await client.call('panel.followed', { at: wish.at }).catch(() => undefined);
  }

  return effect(() => {
    const wish = state.value.panelWish;
    if (wish && wish.at > followedAt) untracked(() => void follow(wish));
  });
}
