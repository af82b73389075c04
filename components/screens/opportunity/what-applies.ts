import type { App } from '@/components/app/app';
import { goTo } from '@/components/app/route';
import { ikcrmConnections } from '@/lib/messages/connections-of';
import type { TabContext } from '@/lib/messages/page-context';
import { pressedOn } from './pressed-on';

export type EditPart = 'follow-up' | 'expect_sign_date' | 'stage';

export interface Applicable {
  /** Each opens a prepared form; absent where the page's rule or the connections leave no room for it. */
  edit?: ((part?: EditPart) => void) | undefined;
  release?: (() => void) | undefined;
}

/** What can be done with the opportunity that is shown. The forms stay bound to it, whatever the page goes on to. */
export function whatApplies(app: App, { context, origin, operations }: TabContext, isOfPage: boolean): Applicable {
  const opportunityId = context?.opportunityId;
  if (opportunityId === undefined) return {};
  const applies = (id: string) => !operations || operations.some(({ operation }) => operation === id);
  const isPlaced = isOfPage || origin !== undefined || operations !== undefined;
  const press = () => {
    pressedOn.value = isPlaced ? { opportunityId, origin, operations } : undefined;
  };
  const isEditable =
    ikcrmConnections(app.state.value.connections).length > 0 &&
    applies('update-opportunity') &&
    // As the contract's `recordId`: no such CRM gives a longer one. The contract itself weighs more than a first screen may.
    opportunityId.length <= 20;
  return {
    edit: isEditable
      ? (part) => {
          press();
          goTo({ screen: 'edit', opportunityId, part });
        }
      : undefined,
    release: applies('release-opportunity')
      ? () => {
          press();
          goTo({ screen: 'release', opportunityId });
        }
      : undefined,
  };
}
