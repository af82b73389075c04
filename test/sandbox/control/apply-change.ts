import { type Card, findCard } from '../cards/card-data.ts';
import type { SubAccount } from '../im-settings/im-settings.ts';
import { setField } from '../rest-crm/apply-edit.ts';
import { formatChinaMinutes } from '../rest-crm/china-minutes.ts';
import { findRecord, type RestRecord, type TokenState } from '../rest-crm/rest-crm-data.ts';
import type { SandboxData } from '../sandbox-data.ts';
import type { ChangeKind, DataChange } from './change-kinds.ts';

/** Undefined when it was done; a sentence when the thing is not there. Settings were checked against their declaration. */
type Apply = (data: SandboxData, change: Omit<DataChange, 'kind'>, nowMs: number) => string | undefined;

const detailNames: Record<string, string> = {
  updated_at: 'updatedAt',
  is_editable: 'isEditable',
  approve_status: 'approveStatus',
  is_masked: 'isMasked',
  is_hidden: 'isHidden',
  locked_fields: 'lockedFields',
};

const onRecord =
  (apply: (record: RestRecord, change: Omit<DataChange, 'kind'>, nowMs: number) => void): Apply =>
  ({ crm, restCrm }, change, nowMs) => {
    const record = findRecord(restCrm, crm, change.ids.id ?? '');
    if (!record) return `no opportunity ${change.ids.id}`;
    apply(record, change, nowMs);
    return undefined;
  };

/** A colleague's save: fields change, and updated_at with them unless it is set too. */
const changeOpportunity = onRecord((record, { set }, nowMs) => {
  for (const [name, value] of Object.entries(set)) {
    const detail = detailNames[name];
    if (detail !== undefined) Object.assign(record.details, { [detail]: value });
    else {
      setField(record, name, String(value));
      if (set.updated_at === undefined) record.details.updatedAt = formatChinaMinutes(nowMs);
    }
  }
});

const newAccount = (account_id: string): SubAccount => ({
  account_id,
  account_type: 'sales',
  in_charge_area_count: 0,
  nick_name: `新员工${account_id}`,
  account_enable: true,
  charge_auto_distribute: false,
});

const changeAccount: Apply = ({ imSettings }, { ids, set }) => {
  const company = imSettings.get(ids.company ?? '');
  if (!company) return `no company ${ids.company}`;
  let account = company.accounts.find(({ account_id }) => account_id === ids.id);
  if (!account) {
    account = newAccount(ids.id ?? '');
    company.accounts.push(account);
  }
  Object.assign(account, set);
  return undefined;
};

const removeAccount: Apply = ({ imSettings }, { ids }) => {
  const company = imSettings.get(ids.company ?? '');
  const index = company?.accounts.findIndex(({ account_id }) => account_id === ids.id) ?? -1;
  if (index === -1) return `no account ${ids.id} of company ${ids.company}`;
  company?.accounts.splice(index, 1);
  return undefined;
};

const changeCard: Apply = ({ cards }, { ids, set }) => {
  const id = ids.id ?? '';
  const card: Card = findCard(cards, id) ?? { id, brand: '3396912', state: 'new' };
  cards.cards.set(id, { ...card, ...set });
  return undefined;
};

const assign = (thing: object | undefined, { ids, set }: Omit<DataChange, 'kind'>): string | undefined => {
  if (!thing) return `no such thing: ${Object.values(ids).join(', ')}`;
  Object.assign(thing, set);
  return undefined;
};

const applications: Record<ChangeKind, Apply> = {
  opportunity: changeOpportunity,
  'opportunity-rewrite': onRecord(({ details }, { ids }) => {
    details.rewrites[ids.field ?? ''] = ids.value ?? '';
  }),
  'opportunity-custom-value': onRecord(({ details }, { ids }, nowMs) => {
    details.customValues[ids.field ?? ''] = ids.value ?? '';
    details.updatedAt = formatChinaMinutes(nowMs);
  }),
  'im-company': ({ imSettings }, change) => assign(imSettings.get(change.ids.id ?? ''), change),
  'im-account': changeAccount,
  'im-account-gone': removeAccount,
  card: changeCard,
  plan: ({ outreach }, change) => assign(outreach.plans.get(change.ids.id ?? ''), change),
  book: ({ outreach }, change) => assign(outreach.books.get(change.ids.id ?? ''), change),
  'rest-token': ({ restCrm }, { ids, set }) => {
    restCrm.tokens.set(ids.id ?? '', (set.state ?? 'valid') as TokenState);
    return undefined;
  },
  // Other users and integrations of the same enterprise, whose calls count against the same limit.
  'rest-calls': ({ restCrm }, { set }, nowMs) => {
    for (let call = 0; call < Number(set.count ?? 10); call += 1) restCrm.callsMs.push(nowMs);
    return undefined;
  },
};

export const applyChange = (data: SandboxData, { kind, ...change }: DataChange, nowMs: number): string | undefined =>
  applications[kind](data, change, nowMs);
