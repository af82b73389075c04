import { startBackground } from '@/lib/background/start-background';
import type { Sender } from '@/lib/messages/gate';
import { type BackgroundTestWorld, extensionUrl } from './background-world';

type Listener = (...details: never[]) => unknown;

/** A browser's event: what listens to it, and a way to make it happen. */
function createEvent() {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => void listeners.push(listener),
    hasListener: () => listeners.length > 0,
    happen: (...details: unknown[]) => listeners.map((listener) => listener(...(details as never[]))),
  };
}

const eventNames = [
  'runtime.onMessage',
  'runtime.onStartup',
  'runtime.onInstalled',
  'contextMenus.onClicked',
  'commands.onCommand',
  'alarms.onAlarm',
  'permissions.onAdded',
  'permissions.onRemoved',
  'omnibox.onInputStarted',
  'omnibox.onInputChanged',
  'omnibox.onInputEntered',
] as const;

/** The events of a browser with our worker listening, and the panels that it was asked to open. */
export function startInBrowser(world: BackgroundTestWorld, whenReady: Promise<unknown> = Promise.resolve()) {
  const events = new Map(eventNames.map((name) => [name, createEvent()]));
  const event = (name: (typeof eventNames)[number]) => {
    const found = events.get(name);
    if (!found) throw new Error(`no event ${name}`);
    return found;
  };
  const panels: unknown[] = [];
  /** What the address bar said first, and the pages that it was led to. */
  const suggested: string[] = [];
  const opened: unknown[] = [];
  const id = new URL(extensionUrl).host;
  const browser = {
    runtime: {
      id,
      onMessage: event('runtime.onMessage'),
      onStartup: event('runtime.onStartup'),
      onInstalled: event('runtime.onInstalled'),
    },
    contextMenus: { onClicked: event('contextMenus.onClicked') },
    commands: { onCommand: event('commands.onCommand') },
    alarms: { onAlarm: event('alarms.onAlarm') },
    permissions: { onAdded: event('permissions.onAdded'), onRemoved: event('permissions.onRemoved') },
    omnibox: {
      onInputStarted: event('omnibox.onInputStarted'),
      onInputChanged: event('omnibox.onInputChanged'),
      onInputEntered: event('omnibox.onInputEntered'),
      setDefaultSuggestion: ({ description }: { description: string }) => void suggested.push(description),
    },
    tabs: {
      create: async (tab: unknown) => void opened.push(tab),
      update: async (tab: unknown) => void opened.push(tab),
    },
    sidePanel: {
      async open(where: unknown) {
        panels.push(where);
      },
    },
  };
  const worker = world.startWorker();
  const parts = whenReady.then(() => ({ background: worker.background, doors: worker.doors }));
  // Only what is listened to stands in, so the type is claimed.
  const standIn = browser as unknown as Parameters<typeof startBackground>[0];
  startBackground(standIn, extensionUrl, parts, (thrown) => void world.reported.push(thrown));
  const ask = (message: unknown, sender: Sender) => event('runtime.onMessage').happen(message, sender)[0];
  return {
    worker,
    panels,
    suggested,
    opened,
    ask,
    happen: (name: (typeof eventNames)[number], ...details: unknown[]) => event(name).happen(...details),
    events,
  };
}
