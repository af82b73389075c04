import '@/assets/styles/tokens.css';
import '@/assets/styles/base.css';
import { browser } from 'wxt/browser';
import { createPorts } from '@/components/app/browser-ports';
import { startSurface } from '@/components/app/start-surface';
import { newId } from '@/lib/background/new-id';
import { createClient } from '@/lib/messages/client';

const root = document.getElementById('app');
const tabId = new URLSearchParams(location.search).get('tabId');

if (root)
  void startSurface(
    {
      surface: 'panel',
      client: createClient((envelope) => browser.runtime.sendMessage(envelope)),
      ports: createPorts(browser, {
        tabId: tabId === null ? undefined : Number(tabId),
        clock: () => Date.now(),
        newIntentId: () => newId(Date.now(), (bytes) => crypto.getRandomValues(bytes)),
      }),
    },
    root,
  );
