import type * as z from 'zod/mini';
import { type ErrorData, toErrorData } from '@/lib/errors/app-error';
import { customGroupsSchema, fieldMapsSchema } from '@/lib/messages/crm-contract';
import { type CustomFieldGroup, readCustomFields } from '@/lib/opportunities/custom-fields';
import { type FieldMap, readFieldMaps } from '@/lib/opportunities/field-options';
import type { CallCrm } from '@/lib/opportunities/read-record';
import { getCustomFields, getFieldMaps } from '@/lib/platforms/ikcrm/calls';
import type { IkcrmRequest } from '@/lib/platforms/ikcrm/request';
import type { Database } from '@/lib/storage/open-database';

/** What a company made of its CRM; absent where it could not be read, for the reason in `error`. */
export interface CrmKnowledge {
  maps?: FieldMap[] | undefined;
  groups?: CustomFieldGroup[] | undefined;
  readAt: number;
  error?: ErrorData | undefined;
}

const keptMs = 6 * 3_600_000;

export interface KnowledgeAsked {
  connection: { id: string; baseUrl: string };
  /** The record's own, which decides its fields. */
  templateId?: string | undefined;
  /** Ask the CRM even if it is known. */
  isFresh?: boolean | undefined;
}

interface Parts {
  database: Database;
  call: CallCrm;
  clock: () => number;
}

/** From the cache for hours, else from the CRM. A failure leaves it unknown and does not stand in an edit's way. */
export async function readKnowledge(parts: Parts, asked: KnowledgeAsked): Promise<CrmKnowledge> {
  const fields = fieldsPlace(asked);
  const maps = await readOptions(parts, asked);
  const groups = await readPart(
    parts,
    asked,
    { place: fields, request: getCustomFields(asked.templateId), read: readCustomFields },
    customGroupsSchema,
  );
  return {
    maps: maps.content,
    groups: groups.content,
    readAt: Math.min(maps.readAt, groups.readAt),
    error: maps.error ?? groups.error,
  };
}

/** The options of fields alone, from the cache for hours, else from the CRM. */
export function readOptions(parts: Parts, asked: KnowledgeAsked): Promise<Part<FieldMap[]>> {
  return readPart(parts, asked, { place: 'maps', request: getFieldMaps(), read: readFieldMaps }, fieldMapsSchema);
}

/** What is kept, however old, without asking anybody. */
export async function readKeptKnowledge(
  database: Database,
  asked: KnowledgeAsked,
): Promise<Omit<CrmKnowledge, 'readAt'>> {
  const [maps, groups] = await Promise.all([
    database.get('crmCache', cacheId(asked, 'maps')),
    database.get('crmCache', cacheId(asked, fieldsPlace(asked))),
  ]);
  return {
    maps: fieldMapsSchema.safeParse(maps?.content).data,
    groups: customGroupsSchema.safeParse(groups?.content).data,
  };
}

interface Part<T> {
  content?: T | undefined;
  readAt: number;
  error?: ErrorData | undefined;
}

async function readPart<T>(
  { database, call, clock }: Parts,
  asked: KnowledgeAsked,
  { place, request, read }: { place: string; request: IkcrmRequest; read: (data: unknown) => T | undefined },
  schema: z.ZodMiniType<T>,
): Promise<Part<T>> {
  const id = cacheId(asked, place);
  const now = clock();
  const kept = await database.get('crmCache', id);
  const known = schema.safeParse(kept?.content).data;
  const isYoung = kept !== undefined && kept.readAt <= now && now - kept.readAt < keptMs;
  if (kept && known && isYoung && !asked.isFresh) return { content: known, readAt: kept.readAt };
  const answer = await call(request);
  const content = answer.kind === 'answer' ? read(answer.data) : undefined;
  if (content === undefined) {
    const error = answer.kind === 'answer' ? notReadable : answer.error;
    // What was known some hours ago is better than nothing.
    return { content: known, readAt: kept?.readAt ?? now, error };
  }
  try {
    await database.put('crmCache', { id, readAt: now, content });
  } catch (thrown) {
    return { content, readAt: now, error: toErrorData(thrown) };
  }
  return { content, readAt: now };
}

const notReadable: ErrorData = { code: 'unreadable-answer', detail: { reason: 'not-options' } };

function fieldsPlace({ templateId }: KnowledgeAsked): string {
  return `fields:${templateId ?? ''}`;
}

function cacheId({ connection }: KnowledgeAsked, place: string): string {
  return [connection.id, connection.baseUrl, place].join('|');
}
