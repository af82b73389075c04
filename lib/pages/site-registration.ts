import { AppError } from '@/lib/errors/app-error';
import { webOriginOf } from './origin';
import { type PermissionsPort, readerFile } from './tab-reader';

interface RegisteredScript {
  id: string;
}

export interface NewScript extends RegisteredScript {
  js: string[];
  matches: string[];
  runAt: 'document_idle';
  allFrames: false;
  persistAcrossSessions: true;
  world: 'ISOLATED';
}

export interface RegistrationPort {
  getRegisteredContentScripts(): Promise<RegisteredScript[]>;
  registerContentScripts(scripts: NewScript[]): Promise<void>;
  unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
}

export interface SiteRegistration {
  /**
   * Registers the reader for a granted origin; again is the same as once. `invalid-input` for what is no web origin, `not-allowed`
   * (`site-not-granted`) where the browser has not granted it.
   */
  enableSite(origin: string): Promise<void>;
  disableSite(origin: string): Promise<void>;
  /** Makes the registrations those of the origins that are still granted; for the worker's start, since an update of the extension drops them. */
  syncSites(origins: readonly string[]): Promise<void>;
}

const prefix = 'crm-page:';

export function createSiteRegistration(parts: {
  scripting: RegistrationPort;
  permissions: PermissionsPort;
}): SiteRegistration {
  const { scripting, permissions } = parts;
  // One change at a time: two at once would both find the id free, and the browser refuses the second.
  let last: Promise<unknown> = Promise.resolve();

  function inTurn(change: () => Promise<void>): Promise<void> {
    const turn = last.then(change, change);
    last = turn;
    return turn;
  }

  async function registeredIds(): Promise<string[]> {
    const scripts = await scripting.getRegisteredContentScripts();
    return scripts.map(({ id }) => id).filter((id) => id.startsWith(prefix));
  }

  function isGranted(origin: string): Promise<boolean> {
    return permissions.contains({ origins: [`${origin}/*`] });
  }

  async function register(origins: readonly string[]): Promise<void> {
    const registered = await registeredIds();
    const missing = origins.filter((origin) => !registered.includes(prefix + origin));
    if (missing.length > 0) await scripting.registerContentScripts(missing.map(scriptFor));
  }

  async function unregister(ids: readonly string[]): Promise<void> {
    const registered = await registeredIds();
    const present = ids.filter((id) => registered.includes(id));
    if (present.length > 0) await scripting.unregisterContentScripts({ ids: present });
  }

  return {
    async enableSite(origin) {
      if (webOriginOf(origin) !== origin) throw new AppError('invalid-input', { path: 'origin' });
      if (!(await isGranted(origin))) throw new AppError('not-allowed', { reason: 'site-not-granted', path: 'origin' });
      await inTurn(() => register([origin]));
    },
    disableSite(origin) {
      return inTurn(() => unregister([prefix + origin]));
    },
    syncSites(origins) {
      return inTurn(async () => {
        const grants = await Promise.all(origins.map(isGranted));
        const granted = origins.filter((_, index) => grants[index] === true);
        const ids = new Set(granted.map((origin) => prefix + origin));
        await unregister((await registeredIds()).filter((id) => !ids.has(id)));
        await register(granted);
      });
    },
  };
}

function scriptFor(origin: string): NewScript {
  return {
    id: prefix + origin,
    js: [readerFile],
    matches: [`${origin}/*`],
    runAt: 'document_idle',
    allFrames: false,
    persistAcrossSessions: true,
    world: 'ISOLATED',
  };
}
