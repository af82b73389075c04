import type * as z from 'zod/mini';
import { AppError, type ErrorData, toErrorData } from '@/lib/errors/app-error';
import type { Contract } from './contract';

/** Who sent a message, as far as the gate looks at it (`runtime.MessageSender`). */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; windowId?: number | undefined } | undefined;
}

export type Reply = { ok: true; value: unknown } | { ok: false; error: ErrorData };

export type Handlers<C extends Contract> = {
  [N in keyof C]: (input: z.output<C[N]['input']>, sender: Sender) => Promise<z.input<C[N]['output']>>;
};

type AnyHandler = (input: unknown, sender: Sender) => Promise<unknown>;

/** A contract with what answers it and who may use it. */
export interface Door {
  admits(sender: Sender): boolean;
  answer(call: string, input: unknown, sender: Sender): Promise<unknown>;
}

/** Binds a contract to its handlers. Input is checked strictly; output is cut down to what the contract lets out. */
export function createDoor<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  admits: (sender: Sender) => boolean,
): Door {
  return {
    admits,
    async answer(name, input, sender) {
      const call = Object.hasOwn(contract, name) ? contract[name] : undefined;
      // Typed call by call above; here the name is only known at run time, and the input has passed its schema.
      const handler = Object.hasOwn(handlers, name) ? (handlers[name] as AnyHandler) : undefined;
      if (!call || !handler) throw new AppError('not-allowed', { reason: 'unknown-call' });
      const checked = call.input.safeParse(input);
      if (!checked.success) throw new AppError('invalid-input', { path: pathOf(checked.error) });
      return call.output.parse(await handler(checked.data, sender));
    },
  };
}

/**
 * The one entrance for messages. It answers `undefined` to what is not ours to answer, a value or an error as data to
 * the rest. A call passes when its contract exists, admits the sender, knows the name and accepts the input.
 * `report` gets what was thrown unexpectedly; it never leaves the worker.
 */
export function createGate(
  extensionId: string,
  doors: Readonly<Record<string, Door>>,
  report: (thrown: unknown) => void,
): (message: unknown, sender: Sender) => Promise<Reply> | undefined {
  return (message, sender) => {
    if (sender.id !== extensionId || !isEnvelope(message)) return undefined;
    const door = Object.hasOwn(doors, message.contract) ? doors[message.contract] : undefined;
    if (!door?.admits(sender)) return Promise.resolve(refused);
    return door
      .answer(message.call, message.input, sender)
      .then((value): Reply => ({ ok: true, value }))
      .catch((thrown: unknown): Reply => {
        const error = toErrorData(thrown);
        if (error.code === 'bug') report(thrown);
        return { ok: false, error };
      });
  };
}

const refused: Reply = { ok: false, error: { code: 'not-allowed', detail: { reason: 'wrong-sender' } } };

/** Our own pages, named one by one, in a tab's top frame or in the extension's own windows. */
export function isOwnPage(extensionUrl: string, pages: readonly string[]): (sender: Sender) => boolean {
  const base = new URL(extensionUrl);
  // Not `base.origin`: engines differ on whether an extension's address has one.
  const ownOrigin = `${base.protocol}//${base.host}`;
  return ({ url, origin, frameId }) => {
    if (url === undefined || !URL.canParse(url) || (frameId !== undefined && frameId !== 0)) return false;
    if (origin !== undefined && origin !== ownOrigin) return false;
    const page = new URL(url);
    return page.protocol === base.protocol && page.host === base.host && pages.includes(page.pathname.slice(1));
  };
}

/** The reader in the top frame of a web page. */
export function isWebPage({ url, tab, frameId }: Sender): boolean {
  return tab?.id !== undefined && frameId === 0 && url !== undefined && /^https?:\/\//.test(url);
}

function isEnvelope(message: unknown): message is { contract: string; call: string; input: unknown } {
  if (typeof message !== 'object' || message === null) return false;
  const { contract, call } = message as { contract?: unknown; call?: unknown };
  return typeof contract === 'string' && typeof call === 'string';
}

function pathOf(error: z.core.$ZodError): string {
  return (error.issues[0]?.path ?? []).map(String).join('.');
}
