export type HeldRequests = {
  /** Resolves when somebody lets it go: `send` the answer, or `cut` the connection. */
  wait: () => Promise<'send' | 'cut'>;
  /** How many were let go. */
  release: (how: 'send' | 'cut') => number;
  count: () => number;
};

export const createHeldRequests = (): HeldRequests => {
  const waiting = new Set<(how: 'send' | 'cut') => void>();
  return {
    wait: () =>
      new Promise((resolve) => {
        waiting.add(resolve);
      }),
    release: (how) => {
      const letGo = [...waiting];
      waiting.clear();
      for (const resolve of letGo) resolve(how);
      return letGo.length;
    },
    count: () => waiting.size,
  };
};
