import { refuseEndpoint } from '@/lib/connections/endpoint';
import { AppError, type ErrorData, toErrorData } from '@/lib/errors/app-error';
import { type CallLimit, holdCallsUntil, keepClockOffset, readClockOffset, takeCallPlace } from '@/lib/jobs/call-limit';
import type { ConnectionSummary } from '@/lib/messages/app-state';
import type { ImSettings } from '@/lib/operations/read-im-settings';
import { imSettingsQuery } from '@/lib/operations/registry';
import type { TopAnswer, TopCaller } from '@/lib/platforms/top/call';
import type { TopConnection } from '@/lib/platforms/top/request';
import type { Settings } from '@/lib/settings/settings';
import type { Database } from '@/lib/storage/open-database';
import { limitIdOf } from './prepare-send';

export type TopSummary = Extract<ConnectionSummary, { platform: 'top' }>;

export interface ImAskParts {
  database: Database;
  connections: {
    /** Decrypts; throws `locked`. What it answers is used for one call and kept nowhere. */
    open(connection: TopSummary): Promise<TopConnection>;
  };
  callTop: TopCaller;
  /** One for everything that goes to one gateway and app. */
  limit: CallLimit;
  isOnline(): boolean;
  settings(): Promise<Pick<Settings, 'policy'>>;
  clock: () => number;
  sleep(delayMs: number): Promise<void>;
  /** Gets what went wrong unexpectedly beside the asking itself. */
  report(thrown: unknown): void;
}

/** Longer than that nobody waits in front of a screen: it is told until when instead. */
const longestWaitMs = 3000;

/** Asks the platform for an account's settings. Throws as `AppError` says; the platform's request id is in the detail. */
export async function askImSettings(
  parts: ImAskParts,
  connection: TopSummary,
  accountId: string,
): Promise<{ answer: ImSettings; askedAt: number; requestId?: string | undefined }> {
  await requireAllowed(parts, connection);
  const opened = await parts.connections.open(connection);
  const limitId = limitIdOf(connection);
  await waitForPlace(parts, limitId);
  const askedAt = parts.clock();
  const answer = await parts.callTop({
    connection: opened,
    method: imSettingsQuery.method,
    params: imSettingsQuery.buildRequest({ self_account_id: accountId }),
    clockOffsetMs: await readClockOffset(parts.database, limitId),
  });
  // An answer is not lost because what it teaches for the next call could not be kept.
  await keepLessons(parts.database, limitId, answer).catch(parts.report);
  if (answer.kind !== 'answer') throw asError(answer.error);
  return { answer: readBody(answer), askedAt, requestId: answer.requestId };
}

async function requireAllowed({ isOnline, settings }: ImAskParts, connection: TopSummary): Promise<void> {
  if (!isOnline()) throw new AppError('offline', { reason: 'no-network' });
  if (!connection.permitted) throw new AppError('not-allowed', { reason: 'host-permission-missing' });
  const { policy } = await settings();
  if (refuseEndpoint(connection.endpoint, policy.allowedEndpoints))
    throw new AppError('not-allowed', { reason: 'endpoint-not-allowed' });
  if (policy.disabledOperations.includes(imSettingsQuery.id))
    throw new AppError('not-allowed', { reason: 'operation-disabled' });
}

async function waitForPlace({ database, limit, clock, sleep }: ImAskParts, id: string): Promise<void> {
  // By what was slept and not by the clock, which may stand still or be put back meanwhile.
  for (let waitedMs = 0; ; ) {
    const now = clock();
    const place = await takeCallPlace(database, { id, limit, now });
    if (place.taken) return;
    const delayMs = Math.max(place.askAgainAt - now, 1);
    waitedMs += delayMs;
    if (waitedMs > longestWaitMs) throw new AppError('throttled', { until: place.askAgainAt });
    await sleep(delayMs);
  }
}

async function keepLessons(database: Database, limitId: string, answer: TopAnswer): Promise<void> {
  if (answer.clockOffsetMs !== undefined) await keepClockOffset(database, limitId, answer.clockOffsetMs);
  if (answer.kind === 'refused' && answer.retry === 'wait' && answer.until !== undefined)
    await holdCallsUntil(database, limitId, answer.until);
}

function readBody({ body, requestId }: Extract<TopAnswer, { kind: 'answer' }>): ImSettings {
  try {
    return imSettingsQuery.readAnswer(body);
  } catch (thrown) {
    throw withRequestId(thrown, requestId);
  }
}

/** What is wrong with an answer, with the id by which the platform's support finds it. */
export function withRequestId(thrown: unknown, requestId: string | undefined): AppError {
  const { code, detail } = toErrorData(thrown);
  return new AppError(code, { ...detail, platform: { ...detail.platform, requestId } }, thrown);
}

function asError({ code, detail }: ErrorData): AppError {
  return new AppError(code, detail);
}
