import type { HeldRequests } from '../control/held-requests.ts';
import type { JsonObject } from '../json.ts';
import type { LedgerEntry } from '../ledger.ts';
import { writeAnswer, writeRefusal } from './answer.ts';
import type { Call } from './call.ts';
import { refusalOfFault } from './refusal.ts';
import { htmlReply, type Reply, statusReply } from './reply.ts';
import { spoilReply } from './spoil-reply.ts';
import type { Struck } from './struck.ts';

const replaceReply = (struck: Struck, call: Call, entry: LedgerEntry): Reply | undefined => {
  const status = struck('http-status');
  if (status) return statusReply(status.options);
  if (struck('html')) return htmlReply(200);
  const error = struck('error');
  return error && writeRefusal(call.parameters.get('format'), refusalOfFault(error.options), entry.requestId);
};

/** The faults of the road back: the service has done its work, and the caller may never hear of it. */
export const afterService = async (
  answer: JsonObject,
  call: Call,
  entry: LedgerEntry,
  struck: Struck,
  held: HeldRequests,
): Promise<Reply | 'cut'> => {
  if (struck('hold') && (await held.wait()) === 'cut') return 'cut';
  if (struck('answer-lost')) return 'cut';
  const replaced = replaceReply(struck, call, entry);
  if (replaced) return replaced;
  const wrongValue = struck('wrong-value');
  const content = wrongValue ? { ...answer, value: String(wrongValue.options.value) } : answer;
  const { parameters } = call;
  return spoilReply(
    writeAnswer(parameters.get('format'), parameters.get('method') ?? '', content, entry.requestId),
    struck,
  );
};
