import { knownValue, type Opportunity } from './opportunity';
import { firstList, firstText, isRecord, member, readText } from './read-value';

export interface FieldOption {
  /** What is sent, and what a record holds. */
  value: string;
  label: string;
  /** False for an option that is no longer to be chosen. */
  isEnabled: boolean;
}

/** The options of one field, e.g. `stage`. They differ by company. */
export interface FieldMap {
  field: string;
  options: readonly FieldOption[];
}

/**
 * Reads the `data` of `GET /api/v2/field_maps/opportunity`; the label's key is not certain, so the likely ones are
 * tried. Undefined when there is no such list: no options is not the same as not known.
 */
export function readFieldMaps(data: unknown): FieldMap[] | undefined {
  const found = member(data, 'opportunity') ?? data;
  const entries = Array.isArray(found) ? found : isRecord(found) ? asEntries(found) : undefined;
  return entries?.flatMap((entry) => {
    const field = firstText(entry, 'field_name', 'name', 'field');
    const list = firstList(entry, 'field_values', 'options', 'values');
    return field === undefined || list === undefined ? [] : [{ field, options: readOptions(list) }];
  });
}

/** `[{id, value, status}]` and its likely relatives; an option without a value of its own is dropped. */
export function readOptions(list: readonly unknown[]): FieldOption[] {
  return list.flatMap((item) => {
    const option = readOption(item);
    return option ? [option] : [];
  });
}

/**
 * What a person may choose: the enabled options, and the one that the record holds, were it disabled or no longer
 * listed, under its name in the record. An option without a label is only offered if it is that one.
 */
export function offeredOptions(
  options: readonly FieldOption[],
  opportunity: Opportunity,
  field: string,
): FieldOption[] {
  const held = knownValue(opportunity, field) ?? '';
  const heldLabel = Object.hasOwn(opportunity.labels, field) ? opportunity.labels[field] : undefined;
  const offered = options.flatMap((option) => {
    if (option.value === held) return [{ ...option, label: option.label || heldLabel || held }];
    return option.isEnabled && option.label !== '' ? [option] : [];
  });
  const isListed = held === '' || offered.some((option) => option.value === held);
  return isListed ? offered : [...offered, { value: held, label: heldLabel ?? held, isEnabled: false }];
}

function asEntries(maps: Record<string, unknown>): unknown[] {
  return Object.entries(maps).map(([field, list]) => ({ field_name: field, field_values: list }));
}

function readOption(item: unknown): FieldOption | undefined {
  if (!isRecord(item)) {
    const text = readText(item);
    return text ? { value: text, label: text, isEnabled: true } : undefined;
  }
  const id = firstText(item, 'id');
  const value = id ?? firstText(item, 'value');
  if (value === undefined) return undefined;
  const hasOtherLabel = id === undefined && (Object.hasOwn(item, 'label') || Object.hasOwn(item, 'name'));
  const label = hasOtherLabel ? firstText(item, 'label', 'name') : firstText(item, 'value', 'label', 'name');
  return { value, label: label ?? '', isEnabled: isEnabled(item.status) };
}

function isEnabled(status: unknown): boolean {
  const text = readText(status)?.toLowerCase() ?? '';
  return !['disable', 'disabled', 'false', 'deleted', 'inactive'].includes(text);
}
