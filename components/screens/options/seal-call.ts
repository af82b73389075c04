import type { App } from '@/components/app/app';
import { sealText, withSealKey } from '@/lib/messages/seal';
import type { Sealed } from '@/lib/messages/sealed';

export type Seal = (text: string) => Promise<Sealed>;

/** Makes a call whose secrets are encrypted to the worker before they leave the page. */
export function sealCall<T>({ client }: App, call: (seal: Seal) => Promise<T>): Promise<T> {
  return withSealKey(
    () => client.call('vault.sealKey', {}),
    (key) => call((text) => sealText(key, text)),
  );
}
