import type { FaultOptions } from '../control/faults.ts';

/** How the body leaves: at once, in pieces with pauses, or with its connection destroyed before the end. */
type Pace = { kind: 'whole' } | { kind: 'drip'; ms: number; pieces: number } | { kind: 'cut-short' };

export type Reply = { status: number; contentType: string; body: string; pace: Pace };

export const wholeReply = (contentType: string, body: string, status = 200): Reply => ({
  status,
  contentType,
  body,
  pace: { kind: 'whole' },
});

/** What a proxy or a sign-in portal puts in the place of an answer. */
export const htmlReply = (status: number): Reply => {
  const title = status === 200 ? '请登录' : `${status} Server Error`;
  const page = `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return wholeReply('text/html;charset=UTF-8', page, status);
};

export const statusReply = ({ status, html }: FaultOptions): Reply =>
  html ? htmlReply(Number(status)) : wholeReply('text/plain;charset=UTF-8', '', Number(status));
