import '@/assets/styles/tokens.css';
import '@/assets/styles/base.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createPorts, type SurfaceBrowser } from '@/components/app/browser-ports';
import { startApp } from '@/components/app/start-app';
import { followPage } from '@/components/screens/options/follow-page';
import { createOptionsModel } from '@/components/screens/options/options-model';
import { OptionsScreen } from '@/components/screens/options/options-screen';
import { showSettingsLanguage } from '@/lib/i18n/settings-messages';
import { createClient } from '@/lib/messages/client';

const root = document.getElementById('app');
const app = await startApp({
  surface: 'options',
  client: createClient((envelope) => browser.runtime.sendMessage(envelope)),
  ports: createPorts(browser as unknown as SurfaceBrowser, {
    clock: Date.now,
    newIntentId: () => crypto.randomUUID(),
  }),
  showLanguage: showSettingsLanguage,
});
const model = createOptionsModel(app, location.hash);
followPage(model);
if (root) render(<OptionsScreen app={app} model={model} />, root);
