import '@/assets/styles/tokens.css';
import '@/assets/styles/base.css';
import { render } from 'preact';
import { createPorts, type SurfaceBrowser } from '@/components/app/browser-ports';
import { startApp } from '@/components/app/start-app';
import { followPage } from '@/components/screens/options/follow-page';
import { createOptionsModel } from '@/components/screens/options/options-model';
import { OptionsScreen } from '@/components/screens/options/options-screen';
import { newId } from '@/lib/background/new-id';
import { showSettingsLanguage } from '@/lib/i18n/settings-messages';
import { createClient } from '@/lib/messages/client';

// `chrome` and not `wxt/browser`, as in the popup: in Manifest V3 every browser's `chrome` answers promises.
declare const chrome: SurfaceBrowser & {
  runtime: SurfaceBrowser['runtime'] & { sendMessage(message: unknown): Promise<unknown> };
};

const root = document.getElementById('app');

const app = await startApp({
  surface: 'options',
  client: createClient((envelope) => chrome.runtime.sendMessage(envelope)),
  ports: createPorts(chrome, {
    clock: () => Date.now(),
    newIntentId: () => newId(Date.now(), (bytes) => crypto.getRandomValues(bytes)),
  }),
  showLanguage: showSettingsLanguage,
});
const model = createOptionsModel(app, location.hash);
followPage(model);
if (root) render(<OptionsScreen app={app} model={model} />, root);
