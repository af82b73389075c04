import type { App } from '@/components/app/app';
import { late } from '@/components/app/late';
import { AppearanceScreen } from '@/components/screens/appearance/appearance-screen';
import { ConnectionsScreen } from '@/components/screens/connections/connections-screen';
import { DataScreen } from '@/components/screens/data/data-screen';
import { DefaultsScreen } from '@/components/screens/defaults/defaults-screen';
import { isOpen } from '@/components/screens/job/job-phase';
import { SecurityScreen } from '@/components/screens/security/security-screen';
import type { SitesModel } from '@/components/screens/sites/sites-model';
import { Notice } from '@/components/ui/notice';
import { messages } from '@/lib/i18n/messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import type { OptionsModel } from './options-model';
import styles from './options-screen.module.css';
import type { PreferencesModel } from './preferences-model';
import { sectionHref, sections } from './sections';

// With the rules it is the largest section, and few open it.
const SitesScreen = late<{ app: App; model: SitesModel }>(async () => (await import('./late-sections')).SitesScreen);

const AdviceScreen = late<{ model: PreferencesModel }>(async () => (await import('./late-sections')).AdviceScreen);

/** The options page: sections at the left, or above where the window is narrow. */
export function OptionsScreen({ app, model }: { app: App; model: OptionsModel }) {
  const { app: words } = messages.value;
  return (
    <div class={styles.frame}>
      <Navigation model={model} />
      <div class={styles.content}>
        {app.isSilent.value && (
          <div class={styles.silent} role="status">
            <Notice tone="warn" title={words.workerSilent}>
              {words.workerSilentNext}
            </Notice>
          </div>
        )}
        <CurrentSection app={app} model={model} />
      </div>
    </div>
  );
}

function Navigation({ model }: { model: OptionsModel }) {
  const { options } = settingsMessages.value;
  const { words } = messages.value;
  return (
    <header class={styles.side}>
      <div class={styles.product}>
        <img src="/icon/32.png" width="20" height="20" alt="" />
        <span>{words.productName}</span>
        <span class={styles.place}>{options.title}</span>
      </div>
      <nav class={styles.sections} aria-label={options.navigation}>
        {sections.map((section) => (
          <a
            key={section}
            href={sectionHref(section)}
            class={styles.section}
            aria-current={section === model.section.value ? 'page' : undefined}
          >
            {options.sections[section]}
            {model.unsaved.value.includes(section) && (
              <span class={styles.unsaved} role="img" aria-label={words.unsaved} title={words.unsaved} />
            )}
          </a>
        ))}
      </nav>
    </header>
  );
}

function CurrentSection({ app, model }: { app: App; model: OptionsModel }) {
  switch (model.section.value) {
    case 'connections':
      return <ConnectionsScreen model={model.connections} />;
    case 'defaults':
      return <DefaultsScreen model={model.defaults} />;
    case 'sites':
      return <SitesScreen app={app} model={model.sites} />;
    case 'advice':
      return <AdviceScreen model={model.preferences} />;
    case 'appearance':
      return <AppearanceScreen model={model.appearance} />;
    case 'security':
      return <SecurityScreen model={model.security} openJobs={countOpenJobs(app)} />;
    case 'data':
      return <DataScreen model={model.data} preferences={model.preferences} />;
  }
}

function countOpenJobs(app: App): number {
  return app.state.value.jobs.filter(isOpen).length;
}
