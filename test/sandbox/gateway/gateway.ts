import { findApp } from '../accounts.ts';
import type { Faults } from '../control/faults.ts';
import type { HeldRequests } from '../control/held-requests.ts';
import type { CrmData } from '../crm-data/crm-data.ts';
import type { Ledger, LedgerEntry } from '../ledger.ts';
import type { MethodResult } from '../methods/method.ts';
import { afterService } from './after-service.ts';
import { writeRefusal } from './answer.ts';
import { beforeService } from './before-service.ts';
import { createCall, type DatedCall } from './call.ts';
import { runChecks } from './checks.ts';
import { describeCall } from './ledger-entry.ts';
import { refuse } from './refusal.ts';
import type { Reply } from './reply.ts';
import { type GatewayRequest, readParameters } from './request.ts';
import { createStruck, type Struck } from './struck.ts';

export type GatewayAnswer = {
  /** `cut`: the connection is to be destroyed without an answer. */
  reply: Reply | 'cut';
  /** The server's clock, for the `Date` header. */
  dateMs: number;
  entry: LedgerEntry;
};

export type GatewayParts = {
  clock: () => number;
  faults: Faults;
  held: HeldRequests;
  ledger: Ledger;
  crm: () => CrmData;
  seenSigns: Set<string>;
};

/** `/router/rest` as the platform answers it. Each fault strikes where the thing it stands for would happen. */
export const createGateway = ({ clock, faults, held, ledger, crm, seenSigns }: GatewayParts) => {
  let count = 0;

  const perform = (call: DatedCall, struck: Struck, encodingFault: boolean): MethodResult => {
    const refusal = encodingFault ? refuse(47, 'Invalid Encoding') : runChecks(call, { struck, seenSigns });
    if (refusal || !call.method) return { refusal: refusal ?? refuse(22, 'Invalid Method') };
    return call.method.perform(call.read.values, {
      crm: crm(),
      nowMs: call.serverTimeMs,
      answerToRepeatedKey: () => (struck('duplicate-key')?.options.answer === 'success' ? 'success' : 'error'),
    });
  };

  const answer = async (call: DatedCall, entry: LedgerEntry, encodingFault: boolean): Promise<Reply | 'cut'> => {
    const struck = createStruck(faults, call, entry);
    const early = await beforeService(struck, held, entry);
    if (early) return early;
    const result = perform(call, struck, encodingFault);
    if ('refusal' in result) {
      const { code, subCode } = result.refusal;
      entry.verdict = { kind: 'refused', code: String(code), ...(subCode === undefined ? {} : { subCode }) };
      return writeRefusal(call.parameters.get('format'), result.refusal, entry.requestId);
    }
    entry.verdict = { kind: 'accepted', processed: result.processed };
    return afterService(result.answer, call, entry, struck, held);
  };

  return async (request: GatewayRequest): Promise<GatewayAnswer> => {
    count += 1;
    const arrivedMs = clock();
    const { parameters, violations, encodingFault } = readParameters(request);
    const call = createCall(request.httpMethod, parameters, findApp(parameters.get('app_key') ?? ''));
    const clockOff = faults.take('clock-off', call.subject);
    const offsetMs = Number(clockOff?.options.offsetMs ?? 0);
    const entry = ledger.open(describeCall(call, request, violations, { atMs: arrivedMs, count }));
    if (clockOff) entry.faults.push('clock-off');
    const reply = await answer({ ...call, serverTimeMs: clock() + offsetMs }, entry, encodingFault);
    return { reply, dateMs: clock() + offsetMs, entry };
  };
};
