import type { CallInput, CallOutput } from '@/lib/messages/extension-contract';

export type PointField = CallInput<'teach.point'>['field'];
export type Candidate = CallOutput<'teach.read'>['candidates'][number];
export type PointedAt = Readonly<Partial<Record<PointField, { candidates: readonly Candidate[]; chosen: number }>>>;

/** A rule as far as it is put together here; the worker holds it to the schema when it is tried and saved. */
export interface TaughtRule {
  id: string;
  name: string;
  match: string[];
  opportunity: Readonly<Record<string, unknown>>;
  list?: Readonly<Record<string, unknown>> | undefined;
}

export const recordFields = ['id', 'title', 'customer'] as const;
export const rareFields = ['stage', 'owner', 'territory', 'phone', 'email'] as const;
export const listFields = ['row', 'row.title', 'row.customer'] as const;
export const rareListFields = ['row.phone', 'row.email'] as const;

/** What is to be pointed at after a field, of the record or of the list. */
export function nextAfter(field: PointField, pointed: PointedAt): PointField | undefined {
  const order: readonly PointField[] = field.startsWith('row') ? listFields : recordFields;
  return order.slice(order.indexOf(field) + 1).find((one) => !pointed[one]);
}

/** An id for what is taught on a host, that no rule has yet. */
export function freeId(host: string, taken: readonly string[]): string {
  const id = `taught-${host.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.slice(0, 60);
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? id : `${id}-${count}`;
    if (!taken.includes(free)) return free;
  }
}

/** Whether one of a rule's patterns names the host. */
export function namesHost(match: readonly string[], hostname: string): boolean {
  return match.some((pattern) => {
    const named = /^[^:]+:\/\/([^/:]+)/.exec(pattern)?.[1] ?? '';
    return named === hostname || (named.startsWith('*.') && `.${hostname}`.endsWith(named.slice(1)));
  });
}

export function chosenOf(pointed: PointedAt, field: PointField): Candidate | undefined {
  const at = pointed[field];
  return at?.candidates[at.chosen];
}

/** The rows' selector, when they were pointed at. */
export function rowsOf(pointed: PointedAt, base: TaughtRule | undefined): string | undefined {
  const row = (chosenOf(pointed, 'row')?.list ?? base?.list)?.row;
  return typeof row === 'string' ? row : undefined;
}

/** The rule that what was pointed at makes, over the one that was there; undefined while it says nowhere where the id is. */
export function composeRule(
  about: Pick<TaughtRule, 'id' | 'name' | 'match'>,
  pointed: PointedAt,
  base: TaughtRule | undefined,
): TaughtRule | undefined {
  const sources = (fields: readonly PointField[], prefix: string) =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const source = chosenOf(pointed, field)?.source;
        return source ? [[field.slice(prefix.length), [source]]] : [];
      }),
    );
  const opportunity = { ...base?.opportunity, ...sources([...recordFields, ...rareFields], '') };
  if (!('id' in opportunity)) return undefined;
  const rows = chosenOf(pointed, 'row')?.list;
  // The texts of another list stand elsewhere in its rows.
  const list = rows ? { ...rows, id: [rows.id] } : base?.list;
  const texts = sources(['row.title', 'row.customer', ...rareListFields], 'row.');
  return { ...base, ...about, opportunity, ...(list && { list: { ...list, ...texts } }) };
}
