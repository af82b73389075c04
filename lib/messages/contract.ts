import type * as z from 'zod/mini';

/** One call between two contexts: what goes in and what comes back, both checked by the gate. */
export interface Call<Input extends z.ZodMiniType, Output extends z.ZodMiniType> {
  input: Input;
  output: Output;
}

export type Contract = Readonly<Record<string, Call<z.ZodMiniType, z.ZodMiniType>>>;

export type InputOf<C extends Contract, N extends keyof C> = z.input<C[N]['input']>;
export type OutputOf<C extends Contract, N extends keyof C> = z.output<C[N]['output']>;

/** Carries the schemas' types along. */
export function defineContract<const C extends Contract>(contract: C): C {
  return contract;
}

/** What travels: the name, the input, and which contract it belongs to. */
export interface Envelope {
  contract: string;
  call: string;
  input: unknown;
}
