import type { Reply } from './reply.ts';
import type { Struck } from './struck.ts';

/** Puts a member first into the JSON answer's inner object, or into its only one, which leaves the rest readable. */
const insertMember = (body: string, member: string): string =>
  body.replace(/^\{("[^"]+":\{)?(?!\})/, (head) => `${head}${member},`);

/** The faults that spoil a finished answer; several may strike one answer. */
export const spoilReply = (reply: Reply, struck: Struck): Reply => {
  let spoilt = reply;
  const replaced = struck('body');
  if (replaced) {
    const { text, contentType, status } = replaced.options;
    spoilt = { ...spoilt, body: String(text), contentType: String(contentType), status: Number(status) };
  }
  if (struck('control-characters')) {
    spoilt = { ...spoilt, body: insertMember(spoilt.body, '"remark":"第一行\n第二行\t\u0001\u001f"') };
  }
  const oversize = struck('oversize');
  if (oversize) {
    spoilt = {
      ...spoilt,
      body: insertMember(spoilt.body, `"padding":"${'x'.repeat(Number(oversize.options.bytes))}"`),
    };
  }
  const truncated = struck('truncated');
  if (truncated) {
    const bytes = Buffer.from(spoilt.body).subarray(0, Number(truncated.options.bytes));
    spoilt = { ...spoilt, body: bytes.toString(), pace: { kind: truncated.options.cut ? 'cut-short' : 'whole' } };
  }
  const slow = struck('slow-body');
  if (slow) {
    spoilt = { ...spoilt, pace: { kind: 'drip', ms: Number(slow.options.ms), pieces: Number(slow.options.pieces) } };
  }
  return spoilt;
};
