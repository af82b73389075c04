import { parseLossless } from '@/lib/json/parse-lossless';
import { call, crm, reply } from '@/lib/platforms/ikcrm/local-crm';
import type { Reply } from '@/lib/platforms/top/local-gateway';
import type { CallCrm } from './read-record';
import { isRecord, member } from './read-value';
import { sampleOpportunity, sampleRecord } from './sample-record';

interface Behaviour {
  /** Fields that the CRM does not take, without a word. */
  locked?: readonly string[];
  /** What it makes of what it took. */
  rewrite?: (record: Record<string, unknown>) => void;
  /** Instead of the answer to a PUT; the PUT is done all the same unless `isIgnored`. */
  answerPut?: Reply;
  isIgnored?: boolean;
  /** Instead of the answer to the nth GET, from 1. */
  answerGet?: Record<number, Reply>;
}

/** A CRM that really holds one record, over real HTTP. `record` may be changed as a colleague would; `before` is what the form saw. */
export async function localRecord(overrides: Record<string, unknown> = {}, behaviour: Behaviour = {}) {
  const record = sampleRecord(overrides);
  const puts: Record<string, unknown>[] = [];
  let gets = 0;
  const { url, received } = await crm((response, request) => {
    if (request.method === 'GET') {
      gets += 1;
      return (behaviour.answerGet?.[gets] ?? reply({ code: 0, data: record }))(response, request);
    }
    const asked = member(parseLossless(request.body), 'opportunity');
    if (!isRecord(asked)) throw new Error('not the documented body');
    puts.push(asked);
    if (!behaviour.isIgnored) take(asked);
    (behaviour.answerPut ?? reply({ code: '0', data: record }))(response, request);
  });

  function take(asked: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(asked)) {
      if (behaviour.locked?.includes(name)) continue;
      if (name === 'customer_id') record.customer = { id: value };
      else if (name === 'user_id') record.user = { id: value };
      else if (name === 'want_department_id') record.owned_department = { id: value };
      else record[name] = value;
    }
    behaviour.rewrite?.(record);
  }

  const callCrm: CallCrm = (request) => call(url, request, { ceilingMs: 300 });
  return { record, puts, received, call: callCrm, before: sampleOpportunity(overrides) };
}
