import type { BackgroundWorld } from '@/lib/background/create-background';
import type { NewScript } from '@/lib/pages/site-registration';

/** The browser's permissions, granted and taken back by the test. */
export function createPermissions(...origins: string[]) {
  const granted = new Set(origins);
  const contains = async (asked: { origins: string[] }) => asked.origins.every((origin) => granted.has(origin));
  const remove = async (given: { origins: string[] }) => {
    const held = given.origins.filter((origin) => granted.delete(origin));
    return held.length > 0;
  };
  return { granted, contains, remove };
}

/** Alarms that ring when the test says so. */
export function createAlarms() {
  const set = new Map<string, number>();
  return {
    set,
    create: (name: string, { when }: { when: number }) => void set.set(name, when),
    clear: async (name: string) => set.delete(name),
  };
}

/** Web Locks as far as they are used: `ifAvailable`. A killed worker's lock is free. */
export function createLocks() {
  const held = new Set<string>();
  const request = async (name: string, _options: unknown, work: (lock: unknown) => Promise<unknown>) => {
    if (held.has(name)) return work(null);
    held.add(name);
    try {
      return await work({ name });
    } finally {
      held.delete(name);
    }
  };
  return { locks: { request } as unknown as LockManager, release: () => held.clear() };
}

/** Tabs whose pages answer what the reader in them would say. */
export function createTabs() {
  const pages = new Map<number, { url: string; answer: unknown }>();
  const scripts = new Map<string, NewScript>();
  const tabs: BackgroundWorld['tabs'] = {
    async get(tabId) {
      const page = pages.get(tabId);
      if (!page) throw new Error('No tab with that id');
      return { url: page.url };
    },
    sendMessage: async (tabId) => pages.get(tabId)?.answer,
  };
  const scripting: BackgroundWorld['scripting'] = {
    async executeScript() {
      throw new Error('Cannot access contents of the page');
    },
    getRegisteredContentScripts: async () => [...scripts.values()],
    async registerContentScripts(added) {
      for (const script of added) scripts.set(script.id, script);
    },
    async unregisterContentScripts({ ids }) {
      for (const id of ids) scripts.delete(id);
    },
  };
  return { pages, scripts, tabs, scripting };
}

/** WebCrypto whose passphrases cost nothing: 600,000 rounds are another test's matter. */
export function createQuickCrypto(): Crypto {
  const subtle = new Proxy(crypto.subtle, {
    get(target, name) {
      if (name === 'deriveKey') {
        return (algorithm: Pbkdf2Params, ...rest: [CryptoKey, AesKeyGenParams, boolean, KeyUsage[]]) =>
          target.deriveKey('iterations' in algorithm ? { ...algorithm, iterations: 10 } : algorithm, ...rest);
      }
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  return {
    subtle,
    getRandomValues: (array: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(array),
  } as unknown as Crypto;
}
