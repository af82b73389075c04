import type { FaultOptions } from '../control/faults.ts';

/** What the platform's `error_response` says. */
export type Refusal = { code: number; msg: string; subCode?: string; subMsg?: string };

export const refuse = (code: number, msg: string, subCode?: string, subMsg?: string): Refusal => ({
  code,
  msg,
  ...(subCode === undefined ? {} : { subCode }),
  ...(subMsg === undefined ? {} : { subMsg }),
});

/** A refusal by the service behind the gateway, in the form of every document's error example. */
export const refuseByService = (subCode: string, subMsg: string): Refusal =>
  refuse(50, 'Remote service error', subCode, subMsg);

/** The refusal that an `error` fault asks for. */
export const refusalOfFault = ({ code, msg, subCode, subMsg }: FaultOptions): Refusal =>
  refuse(
    Number(code),
    String(msg),
    subCode === undefined ? undefined : String(subCode),
    subMsg === undefined ? undefined : String(subMsg),
  );
