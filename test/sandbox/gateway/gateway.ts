import { findApp } from '../accounts.ts';
import { createDisturbRows } from '../control/disturb-rows.ts';
import type { Faults } from '../control/faults.ts';
import type { HeldRequests } from '../control/held-requests.ts';
import type { Shape } from '../control/shapes.ts';
import type { Ledger, LedgerEntry } from '../ledger.ts';
import type { MethodResult } from '../methods/method.ts';
import type { SandboxData } from '../sandbox-data.ts';
import { type AnswerWriter, afterService } from './after-service.ts';
import { writeAnswer, writeRefusal } from './answer.ts';
import { beforeService } from './before-service.ts';
import { createCall, type DatedCall } from './call.ts';
import { runChecks } from './checks.ts';
import { describeCall } from './ledger-entry.ts';
import { refusalOfFault, refuse } from './refusal.ts';
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
  data: () => SandboxData;
  shape: Shape;
  seenSigns: Set<string>;
};

/** `/router/rest` as the platform answers it. Each fault strikes where the thing it stands for would happen. */
export const createGateway = ({ clock, faults, held, ledger, data, shape, seenSigns }: GatewayParts) => {
  let count = 0;

  const perform = (call: DatedCall, struck: Struck, encodingFault: boolean): MethodResult => {
    const refusal = encodingFault ? refuse(47, 'Invalid Encoding') : runChecks(call, { struck, seenSigns });
    if (refusal || !call.method) return { refusal: refusal ?? refuse(22, 'Invalid Method') };
    return call.method.perform(call.read.values, {
      data: data(),
      nowMs: call.serverTimeMs,
      shape,
      disturb: createDisturbRows(struck),
      maximumRows: (rows) =>
        Number(struck('batch-limit', (options) => rows > Number(options.rows))?.options.rows ?? rows),
      answerToRepeatedKey: (promised) => {
        const asked = struck('duplicate-key')?.options.answer;
        return asked === 'success' || asked === 'error' ? asked : promised;
      },
    });
  };

  const answer = async (call: DatedCall, entry: LedgerEntry, encodingFault: boolean): Promise<Reply | 'cut'> => {
    const struck = createStruck(faults, call.subject, entry);
    const early = await beforeService(struck, held, entry);
    if (early) return early;
    const result = perform(call, struck, encodingFault);
    const format = call.parameters.get('format');
    if ('refusal' in result) {
      const { code, subCode } = result.refusal;
      entry.verdict = { kind: 'refused', code: String(code), ...(subCode === undefined ? {} : { subCode }) };
      return writeRefusal(format, result.refusal, entry.requestId);
    }
    entry.verdict =
      'refusedAs' in result
        ? { kind: 'refused', ...result.refusedAs }
        : { kind: 'accepted', processed: result.processed };
    const wrongValue = 'value' in result.answer ? struck('wrong-value') : undefined;
    const content = wrongValue ? { ...result.answer, value: String(wrongValue.options.value) } : result.answer;
    const write: AnswerWriter = {
      answer: (written) => writeAnswer(format, call.parameters.get('method') ?? '', written, entry.requestId),
      errorOfFault: (options) => writeRefusal(format, refusalOfFault(options), entry.requestId),
    };
    return afterService(content, write, struck, held);
  };

  return async (request: GatewayRequest): Promise<GatewayAnswer> => {
    count += 1;
    const arrivedMs = clock();
    const { parameters, violations, encodingFault } = readParameters(request);
    const call = createCall(request.httpMethod, parameters, findApp(parameters.get('app_key') ?? ''));
    const clockOff = faults.take('clock-off', call.subject);
    const offsetMs = Number(clockOff?.options.offsetMs ?? 0);
    const entry = ledger.open(describeCall(call, request, violations, { atMs: arrivedMs, seed: `request ${count}` }));
    if (clockOff) entry.faults.push('clock-off');
    const reply = await answer({ ...call, serverTimeMs: clock() + offsetMs }, entry, encodingFault);
    return { reply, dateMs: clock() + offsetMs, entry };
  };
};
