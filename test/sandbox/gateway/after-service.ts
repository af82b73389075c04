import { addExtraFields } from '../control/add-extra-fields.ts';
import type { FaultOptions } from '../control/faults.ts';
import type { HeldRequests } from '../control/held-requests.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { htmlReply, type Reply, statusReply } from './reply.ts';
import { spoilReply } from './spoil-reply.ts';
import type { Struck } from './struck.ts';

/** How this API writes what it says. */
export type AnswerWriter = {
  answer: (content: JsonObject) => Reply;
  /** The refusal that an `error` fault asks for. */
  errorOfFault: (options: FaultOptions) => Reply;
};

const replaceReply = (struck: Struck, write: AnswerWriter): Reply | undefined => {
  const status = struck('http-status');
  if (status) return statusReply(status.options);
  if (struck('html')) return htmlReply(200);
  const error = struck('error');
  return error && write.errorOfFault(error.options);
};

/** The faults of the road back: the service has done its work, and the caller may never hear of it. */
export const afterService = async (
  answer: JsonObject,
  write: AnswerWriter,
  struck: Struck,
  held: HeldRequests,
): Promise<Reply | 'cut'> => {
  if (struck('hold') && (await held.wait()) === 'cut') return 'cut';
  if (struck('answer-lost')) return 'cut';
  const replaced = replaceReply(struck, write);
  if (replaced) return replaced;
  const extended = struck('extra-fields') ? addExtraFields(answer) : answer;
  return spoilReply(write.answer(isJsonObject(extended) ? extended : answer), struck);
};
