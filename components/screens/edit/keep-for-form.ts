import type { App } from '@/components/app/app';
import type { WantedValues } from '@/lib/opportunities/difference';
import type { FollowUp } from '@/lib/opportunities/follow-up';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import { baseOf, editScope, fromDraft, toDraft } from './edit-draft';

interface Unsaved {
  wanted: WantedValues;
  followUp?: FollowUp | undefined;
  connectionId: string;
  /** The record that it was typed over. */
  before: Opportunity;
}

/** What a job did not save becomes the form's draft, and is there when the form opens. What is typed there already stays. */
export async function keepForForm({ client, ports, surface }: App, unsaved: Unsaved): Promise<void> {
  const { connectionId, before, wanted, followUp = {} } = unsaved;
  const said = Object.entries(followUp).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const typed = { wanted, followUp: Object.fromEntries(said) };
  if (Object.keys(typed.wanted).length + Object.keys(typed.followUp).length === 0) return;
  const scope = editScope(connectionId, before.id);
  const { draft } = await client.call('draft.read', { scope });
  const there = draft ? fromDraft(draft) : undefined;
  const kept = {
    wanted: { ...typed.wanted, ...there?.wanted },
    base: { ...baseOf(before, typed), ...there?.base },
    followUp: { ...typed.followUp, ...there?.followUp },
  };
  const source = surface === 'panel' ? 'panel' : 'popup';
  const about = draft ?? { intentId: ports.newIntentId(), source };
  await client.call('draft.save', { scope, draft: toDraft(kept, { intentId: about.intentId, source: about.source }) });
}
