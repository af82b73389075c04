import type { ExtensionContract } from '@/lib/messages/extension-contract';
import type { Handlers } from '@/lib/messages/gate';

type AllHandlers = Handlers<ExtensionContract>;

/** The handlers of the calls whose names begin with `P.`: each part of the background answers its own. */
export type HandlersOf<P extends string> = Pick<AllHandlers, Extract<keyof AllHandlers, `${P}.${string}`>>;
