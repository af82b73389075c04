import { isCustomKey, type OpportunityFieldName, opportunityFieldNames, readFieldText } from './field';
import type { Opportunity, OpportunityContact, ShownValue } from './opportunity';
import { firstList, firstText, isRecord, member, readId, readText } from './read-value';

/** Where a record holds the name of a value that is an id. Its customer's own owner and department are others. */
const nested: Partial<Record<OpportunityFieldName, readonly string[]>> = {
  user_id: ['user'],
  customer_id: ['customer'],
  want_department_id: ['want_department', 'owned_department'],
};

/**
 * Reads the `data` of `GET /api/v2/opportunities/:id`, leniently: what is missing or of another type is not known.
 * Undefined when it is no record with an id.
 */
export function readOpportunity(data: unknown): Opportunity | undefined {
  const record =
    isRecord(member(data, 'opportunity')) && !readId(member(data, 'id')) ? member(data, 'opportunity') : data;
  const id = readText(member(record, 'id'));
  if (!isRecord(record) || !id) return undefined;
  const customer = member(record, 'customer');
  const isHidden = hides(record) || hides(customer);
  const customKeys = Object.keys(record).filter(isCustomKey);
  return {
    id,
    values: readValues(record, customKeys, isHidden),
    hidden: [...opportunityFieldNames, ...customKeys].filter((name) => isMasked(record, name, isHidden)),
    labels: readLabels(record, isHidden),
    custom: Object.fromEntries(customKeys.map((key) => [key, readShown(record, key, isHidden)])),
    isEditable: readFlag(member(record, 'is_editable')),
    approval: readApproval(record),
    updatedAt: firstText(record, 'updated_at'),
    expectFlowAt: firstText(record, 'expect_flow_at') ?? firstText(customer, 'expect_flow_at'),
    notRevisitedFor: firstText(record, 'not_revisit_at_time_str') ?? firstText(customer, 'not_revisit_at_time_str'),
    signPossibility: firstText(record, 'sign_possibility_display', 'sign_possibility'),
    customFieldTemplateId: firstText(record, 'custom_field_template_id'),
    contacts: readContacts(record, customer, isHidden),
  };
}

function readValues(record: Record<string, unknown>, customKeys: readonly string[], isHidden: boolean) {
  const values: [string, string | undefined][] = opportunityFieldNames.map((name) => [
    name,
    isMasked(record, name, isHidden) ? undefined : readField(record, name),
  ]);
  for (const key of customKeys) {
    // A list is no text, not even when it is empty: written back as one it would be lost.
    const isText = !isMasked(record, key, isHidden) && !Array.isArray(record[key]);
    values.push([key, isText ? readText(record[key]) : undefined]);
  }
  return Object.fromEntries(values.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function readField(record: Record<string, unknown>, name: OpportunityFieldName): string | undefined {
  const places = [name, ...(nested[name] ?? [])].map((place) => member(record, place)).filter((at) => at !== undefined);
  const texts = places.map(readId).filter((text) => text !== undefined);
  // An id that is empty in one place may stand in another.
  const text = texts.find((candidate) => candidate !== '') ?? texts[0];
  return text === undefined ? undefined : readFieldText(name, text);
}

function readLabels(record: Record<string, unknown>, isHidden: boolean): Record<string, string> {
  const labels = opportunityFieldNames.map((name): [string, string | undefined] => {
    if (isMasked(record, name, isHidden)) return [name, firstText(record, `${name}_hidden_result`)];
    const mapped = firstText(record, `${name}_mapped`, `${name}_display`);
    const holders = [name, ...(nested[name] ?? [])].map((place) => readName(member(record, place), isHidden));
    return [name, mapped ?? holders.find((label) => label !== undefined)];
  });
  return Object.fromEntries(labels.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The name of whoever or whatever a member describes, as this user may see it. */
function readName(holder: unknown, isHidden: boolean): string | undefined {
  const isNameHidden = isRecord(holder) && isMasked(holder, 'name', isHidden);
  return isNameHidden ? firstText(holder, 'name_hidden_result') : firstText(holder, 'name', 'value');
}

function readApproval(record: Record<string, unknown>): Opportunity['approval'] {
  const status = firstText(record, 'approve_status');
  if (status === undefined) return undefined;
  const label = firstText(record, 'approve_status_i18n') ?? status;
  // The list of states is not public; these words are those of the states seen.
  const isPending = /apply|approving|pending|auditing|verifying/i.test(status) || /待审|审批中|审核中/.test(label);
  return { status, label, isPending };
}

function readContacts(record: Record<string, unknown>, customer: unknown, isHidden: boolean): OpportunityContact[] {
  const list = firstList(record, 'contacts') ?? firstList(customer, 'contacts') ?? [];
  return list.flatMap((contact) => {
    const id = readText(member(contact, 'id'));
    if (!id) return [];
    const masks = isHidden || hides(contact);
    const address = member(contact, 'address');
    return [{ id, name: readName(contact, masks) ?? '', phone: number('phone'), tel: number('tel') }];

    function number(key: string): ShownValue | undefined {
      const holder = isRecord(address) ? address : contact;
      const shown = isRecord(holder) ? readShown(holder, key, masks) : undefined;
      // Without a twin there is nothing that may be shown.
      const isRaw = masks && !shown?.isMasked;
      return shown && shown.text !== '' && !isRaw ? shown : undefined;
    }
  });
}

function readShown(holder: Record<string, unknown>, key: string, isHidden: boolean): ShownValue {
  if (isMasked(holder, key, isHidden)) return { text: firstText(holder, `${key}_hidden_result`) ?? '', isMasked: true };
  const value = member(holder, key);
  const list = Array.isArray(value) ? value.map((item) => readText(item) ?? firstText(item, 'value', 'name')) : [];
  return {
    text: firstText(holder, `${key}_display`, `${key}_mapped`) ?? readText(value) ?? list.filter(Boolean).join('、'),
    isMasked: false,
  };
}

function isMasked(holder: Record<string, unknown>, key: string, isHidden: boolean): boolean {
  return isHidden && Object.hasOwn(holder, `${key}_hidden_result`);
}

function hides(holder: unknown): boolean {
  return readFlag(member(holder, 'need_hidden_dispose')) === true;
}

function readFlag(value: unknown): boolean | undefined {
  if (value === true || value === 'true' || value === 1 || value === '1') return true;
  return value === false || value === 'false' || value === 0 || value === '0' ? false : undefined;
}
