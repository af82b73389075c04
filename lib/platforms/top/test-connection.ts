import type { ErrorData } from '@/lib/errors/app-error';
import type { TopAnswer, TopCaller } from './call';
import { readText } from './read-answer';
import type { TopConnection } from './request';

/** In the order in which the gateway checks them: a failure at one says that those before it were right. */
const parts = ['endpoint', 'appKey', 'permission', 'clock', 'secret', 'session'] as const;
type Part = (typeof parts)[number];

export interface TopConnectionCheck {
  part: Part;
  state: 'ok' | 'wrong' | 'not-checked';
  error?: ErrorData | undefined;
}

/**
 * The release method without its one required parameter. The gateway refuses that at the arguments (40), its last
 * check and before the service is asked, so nothing can be processed; by then endpoint, app key, permission, clock,
 * signature and session have all been accepted. No harmless call that needs a session is documented.
 */
const probeMethod = 'alibaba.alsc.crm.sales.opportunity.process.unfollow';

/** Needs neither permission nor session, so it still proves key, clock and secret where the probe is not permitted. */
const fallbackMethod = 'taobao.time.get';

const notATopGateway: ErrorData = { code: 'unreadable-answer', detail: { reason: 'not-a-top-gateway' } };

/**
 * Says which part of a connection is wrong, without touching anything. A part with `not-checked` and an error could
 * not be reached for that reason (throttled, the platform down).
 */
export async function testTopConnection(
  caller: TopCaller,
  connection: TopConnection,
  options: { clockOffsetMs?: number | undefined; signal?: AbortSignal | undefined } = {},
): Promise<{ checks: TopConnectionCheck[]; clockOffsetMs?: number | undefined }> {
  const probe = await caller({ ...options, connection, method: probeMethod, params: {} });
  const checks = readChecks(probe);
  if (checks.find((check) => check.part === 'permission')?.state !== 'wrong') {
    return { checks, clockOffsetMs: probe.clockOffsetMs };
  }
  const fallback = await caller({
    ...options,
    connection: { ...connection, session: undefined },
    method: fallbackMethod,
    params: {},
  });
  const others = readText(fallback.kind === 'answer' ? fallback.body.time : undefined)
    ? parts.map((part): TopConnectionCheck => ({ part, state: 'ok' }))
    : readChecks(fallback);
  const merged = checks.map((check, index): TopConnectionCheck => {
    const other = others[index];
    // It went without a session, and its permission is not the one in question.
    if (check.state !== 'not-checked' || check.part === 'session' || !other) return check;
    return other;
  });
  return { checks: merged, clockOffsetMs: fallback.clockOffsetMs ?? probe.clockOffsetMs };
}

function readChecks(answer: TopAnswer): TopConnectionCheck[] {
  // No gateway grants a call without its required parameter: whatever said yes is something else.
  if (answer.kind === 'answer') return wrongAt('endpoint', notATopGateway);
  const { error } = answer;
  if (answer.kind === 'lost') {
    if (answer.reason === 'called-off') return parts.map((part) => notChecked(part));
    // A gateway answers every call with 200; one that is down, with 5xx.
    const isOtherServer = answer.httpStatus !== undefined && answer.httpStatus < 500;
    return wrongAt('endpoint', isOtherServer ? notATopGateway : error);
  }
  switch (answer.class) {
    case 'input':
    case 'service':
      return parts.map((part) => ({ part, state: 'ok' }));
    case 'clock':
      return wrongAt('clock', error);
    case 'sign-in-again':
      return wrongAt('session', error);
    case 'configuration':
      return wrongAt(configurationPart(error), error);
    case 'our-bug':
      // The method is checked before the key: a gateway that does not know it has said nothing of the key yet.
      return wrongAt('permission', error).map((check) => (check.part === 'appKey' ? notChecked('appKey') : check));
    default:
      return parts.map((part) => (part === 'endpoint' ? { part, state: 'ok' } : notChecked(part, error)));
  }
}

function configurationPart(error: ErrorData): Part {
  switch (error.detail.reason) {
    case 'unknown-app':
      return 'appKey';
    case 'wrong-secret':
      return 'secret';
    case 'no-permission':
      return 'permission';
    default:
      return 'endpoint';
  }
}

function wrongAt(wrong: Part, error: ErrorData): TopConnectionCheck[] {
  const position = parts.indexOf(wrong);
  return parts.map((part, index) => {
    if (index === position) return { part, state: 'wrong', error };
    return index < position ? { part, state: 'ok' } : notChecked(part);
  });
}

function notChecked(part: Part, error?: ErrorData): TopConnectionCheck {
  return error ? { part, state: 'not-checked', error } : { part, state: 'not-checked' };
}
