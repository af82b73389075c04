import '@/assets/styles/tokens.css';
import '@/assets/styles/base.css';
import { createPorts, type SurfaceBrowser } from '@/components/app/browser-ports';
import { startSurface } from '@/components/app/start-surface';
import { newId } from '@/lib/background/new-id';
import { createClient } from '@/lib/messages/client';

// `chrome` and not `wxt/browser`, as in the popup: in Manifest V3 every browser's `chrome` answers promises.
declare const chrome: SurfaceBrowser & {
  runtime: SurfaceBrowser['runtime'] & { sendMessage(message: unknown): Promise<unknown> };
};

const root = document.getElementById('app');
const tabId = new URLSearchParams(location.search).get('tabId');

if (root)
  void startSurface(
    {
      surface: 'panel',
      client: createClient((envelope) => chrome.runtime.sendMessage(envelope)),
      ports: createPorts(chrome, {
        tabId: tabId === null ? undefined : Number(tabId),
        clock: () => Date.now(),
        newIntentId: () => newId(Date.now(), (bytes) => crypto.getRandomValues(bytes)),
      }),
    },
    root,
  );
