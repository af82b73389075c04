/**
 * How the minifier may go. Never `pure_getters`: reading a signal's `value` is a subscription, and with it a read whose
 * result nobody uses would be taken away. Nothing here or in a library is constructed that is written as a function
 * expression without `this`.
 */
export const minifyOptions = { ecma: 2020, module: true, compress: { passes: 3, unsafe_arrows: true } } as const;
