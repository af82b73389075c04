import { createDisturbRows } from '../control/disturb-rows.ts';
import type { Shape } from '../control/shapes.ts';
import { afterService } from '../gateway/after-service.ts';
import { beforeService } from '../gateway/before-service.ts';
import type { GatewayAnswer, GatewayParts } from '../gateway/gateway.ts';
import { htmlReply, type Reply, wholeReply } from '../gateway/reply.ts';
import { beforeProcessing, createStruck, type Struck } from '../gateway/struck.ts';
import { type JsonObject, writeJson } from '../json.ts';
import type { LedgerEntry } from '../ledger.ts';
import { type Authorization, authorize } from './authorize.ts';
import { isWithinLimit } from './call-limit.ts';
import { editAsColleague } from './colleague-edit.ts';
import { findRoute } from './find-route.ts';
import { type RestRequest, readRestBody, requestViolations } from './read-rest-request.ts';
import type { RestCall, RestResult, RestRoute } from './rest-call.ts';
import { describeRestCall } from './rest-entry.ts';
import {
  badRequest,
  type RestRefusal,
  refusalOfFault,
  signedInElsewhere,
  tooManyCalls,
  writeEnvelope,
  writeRefusal,
} from './rest-refusal.ts';

type RestParts = Omit<GatewayParts, 'seenSigns'>;

const reply = (content: JsonObject, status = 200): Reply =>
  wholeReply('application/json; charset=utf-8', writeJson(content), status);

const refuse = (refusal: RestRefusal, shape: Shape): Reply => reply(writeRefusal(refusal, shape), refusal.status);

/** `/api/v2/…` as the REST CRM answers it, with the gateway's faults wherever they mean something here. */
export const createRestApi = ({ clock, faults, held, ledger, data, shape }: RestParts) => {
  let count = 0;

  /** The caller first, then the enterprise's limit, which every accepted caller uses up. */
  const objectTo = (authorization: Authorization, nowMs: number, struck: Struck): RestRefusal | undefined => {
    if (authorization.refusal) return authorization.refusal;
    if (struck('session-expired')) return signedInElsewhere;
    const isLimited = shape('rest-limit') === 'kept' && !isWithinLimit(data().restCrm.callsMs, nowMs);
    return isLimited || struck('throttled') ? tooManyCalls : undefined;
  };

  const perform = (
    route: RestRoute,
    request: RestRequest,
    call: Omit<RestCall, 'body'> & { body: JsonObject | undefined },
    struck: Struck,
  ): RestResult => {
    const authorization =
      route.authorization === 'none'
        ? { token: undefined, refusal: undefined }
        : authorize(request.authorization, call.data.restCrm.tokens);
    const refusal = objectTo(authorization, call.nowMs, struck);
    if (refusal) return { refusal };
    const error = struck('error', beforeProcessing);
    if (error) return { refusal: refusalOfFault(error.options) };
    const { body } = call;
    if (!body) return { refusal: badRequest('请求体不是 JSON') };
    editAsColleague(struck, 'before', call);
    const result = route.perform({ ...call, body });
    editAsColleague(struck, 'after', call);
    return result;
  };

  return async (request: RestRequest): Promise<GatewayAnswer> => {
    count += 1;
    const arrivedMs = clock();
    const found = findRoute(request.httpMethod, request.path);
    const body = readRestBody(request);
    const objects = [found?.id ?? '', ...(found?.route.objects?.(body ?? {}) ?? [])].filter((id) => id !== '');
    const method = found?.route.name ?? `${request.httpMethod} ${request.path}`;
    const { token } = authorize(request.authorization, data().restCrm.tokens);
    const violations = requestViolations(request, found?.route);
    const entry: LedgerEntry = ledger.open(
      describeRestCall(request, { method, objects, body: body ?? {}, token, violations }, { atMs: arrivedMs, count }),
    );
    const struck = createStruck(faults, { method, objects }, entry);
    const offsetMs = Number(struck('clock-off')?.options.offsetMs ?? 0);

    const answer = async (): Promise<Reply | 'cut'> => {
      const early = await beforeService(struck, held, entry);
      if (early) return early;
      if (!found) {
        entry.verdict = { kind: 'refused', code: 'http-404' };
        return htmlReply(404);
      }
      const call = {
        id: found.id,
        query: request.query,
        body,
        data: data(),
        nowMs: clock() + offsetMs,
        shape,
        disturb: createDisturbRows(struck),
        violate: (violation: string) => {
          entry.violations.push(violation);
        },
        objects,
      };
      const result = perform(found.route, request, call, struck);
      if ('refusal' in result) {
        entry.verdict = { kind: 'refused', code: String(result.refusal.code) };
        return refuse(result.refusal, shape);
      }
      entry.verdict = { kind: 'accepted', processed: result.processed };
      const write = {
        answer: (content: JsonObject) => reply(content),
        errorOfFault: (options: Parameters<typeof refusalOfFault>[0]) => refuse(refusalOfFault(options), shape),
      };
      return afterService(writeEnvelope(result.data, shape), write, struck, held);
    };

    return { reply: await answer(), dateMs: clock() + offsetMs, entry };
  };
};
