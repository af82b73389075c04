import { AppError } from '@/lib/errors/app-error';
import type { PageReader } from '@/lib/pages/readers';
import { pointStateSchema } from '@/lib/pages/teach/point-state-schema';
import type { HandlersOf } from './handlers';
import type { PanelWish } from './open-release';

export interface TeachHandlerParts {
  reader: Pick<PageReader, 'point'>;
  notes: { keepWish(wish: PanelWish): Promise<void> };
  clock(): number;
  show(): void;
}

/** Teaching a page by pointing: orders to the page, and what it answers, held to what a rule may be. */
export function createTeachHandlers({ reader, notes, clock, show }: TeachHandlerParts): HandlersOf<'teach'> {
  return {
    async 'teach.open'({ windowId }) {
      await notes.keepWish({ at: clock(), windowId, scope: 'teach' });
      show();
      return {};
    },
    async 'teach.point'({ tabId, ...order }) {
      const answer = await reader.point(tabId, { contract: 'page', call: 'page.point', input: order });
      if (answer === undefined) throw new AppError('not-allowed', { reason: 'page-not-read' });
      return {};
    },
    async 'teach.read'({ tabId }) {
      const answer = await reader.point(tabId, { contract: 'page', call: 'page.pointed', input: {} });
      return pointStateSchema.safeParse(answer).data ?? { state: 'gone', candidates: [] };
    },
    async 'teach.end'({ tabId }) {
      await reader.point(tabId, { contract: 'page', call: 'page.unpoint', input: {} });
      return {};
    },
  };
}
