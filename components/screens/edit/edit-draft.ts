import { partsOf } from '@/components/screens/release/draft-keeper';
import type { Draft } from '@/lib/messages/extension-contract';
import { type Conflict, findConflicts, type WantedValues } from '@/lib/opportunities/difference';
import { isSameValue } from '@/lib/opportunities/field';
import { knownValue, type Opportunity } from '@/lib/opportunities/opportunity';
import type { FollowUpTexts } from './follow-up-form';

/** What was typed and not saved, with what the record held when it was typed. */
export interface TypedEdit {
  wanted: WantedValues;
  base: Readonly<Record<string, string>>;
  followUp: FollowUpTexts;
}

/** Where the follow-up's move of the stage stands among fields. */
export const followUpStage = 'follow-up.stage';

/** Each connection's record has its own; a scope is no longer than the contract lets it be. */
export function editScope(connectionId: string, opportunityId: string): string {
  return `edit:${opportunityId}:${connectionId}`.slice(0, 128);
}

export function toDraft(typed: TypedEdit, about: Pick<Draft, 'intentId' | 'source'>): Draft {
  const rows = (['wanted', 'base', 'followUp'] as const).flatMap((of) =>
    Object.entries(typed[of]).flatMap(([field, text]) => partsOf(text).map((part) => ({ of, field, text: part }))),
  );
  return { ...about, values: {}, rows };
}

export function fromDraft({ rows = [] }: Draft): TypedEdit {
  const typed: Record<string, Record<string, string>> = {};
  for (const { of = '', field = '', text = '' } of rows) {
    const texts = typed[of] ?? {};
    typed[of] = { ...texts, [field]: `${texts[field] ?? ''}${text}` };
  }
  return { wanted: typed.wanted ?? {}, base: typed.base ?? {}, followUp: typed.followUp ?? {} };
}

/** What was typed over that has changed in the record since. */
export function findTypedConflicts({ wanted, base, followUp }: TypedEdit, now: Opportunity): Conflict[] {
  const conflicts = findConflicts({ ...now, values: base }, now, wanted);
  const theirs = knownValue(now, 'stage');
  const yours = followUp.stage;
  const isMoved = !isSameValue('stage', base.stage, theirs) && !isSameValue('stage', yours, theirs);
  return yours && isMoved ? [...conflicts, { field: followUpStage, before: base.stage, theirs, yours }] : conflicts;
}

/** Of a record, what is needed to see later whether somebody else changed what was typed over. */
export function baseOf(before: Opportunity, { wanted, followUp }: Pick<TypedEdit, 'wanted' | 'followUp'>) {
  const fields = [...Object.keys(wanted), ...(followUp.stage ? ['stage'] : [])];
  const known = fields.map((field) => [field, knownValue(before, field)] as const);
  return Object.fromEntries(known.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
