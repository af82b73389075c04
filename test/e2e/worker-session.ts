import type { CDPSession } from 'playwright-core';

export type WorkerSession = {
  send(method: string, params?: object): Promise<unknown>;
  detach(): Promise<void>;
};

/** DevTools' own connection to the background worker that runs now: it is no page of Playwright's, so it goes through a page's. */
export async function workerSession(session: CDPSession, extensionId: string): Promise<WorkerSession> {
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(extensionId));
  if (!worker) throw new Error('The worker is not running.');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: worker.targetId });
  const answers = new Map<number, (result: unknown) => void>();
  let sent = 0;
  const hear = ({ sessionId: of, message }: { sessionId: string; message: string }) => {
    if (of !== sessionId) return;
    const { id, result } = JSON.parse(message);
    answers.get(id)?.(result);
    answers.delete(id);
  };
  session.on('Target.receivedMessageFromTarget', hear);
  return {
    async send(method, params = {}) {
      sent += 1;
      const id = sent;
      const answer = new Promise((resolve) => answers.set(id, resolve));
      await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
      return answer;
    },
    async detach() {
      session.off('Target.receivedMessageFromTarget', hear);
      await session.send('Target.detachFromTarget', { sessionId });
    },
  };
}
