import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { App } from '@/components/app/app';
import { ActionNotice } from '@/components/screens/options/action-notice';
import { focusHeading } from '@/components/screens/options/focus';
import { ManagedNotice } from '@/components/screens/options/managed-notice';
import { SectionPage } from '@/components/screens/options/section-page';
import { openInPanel } from '@/components/screens/teach/open-in-panel';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { panelRight } from '@/components/ui/icons';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { Stack } from '@/components/ui/stack';
import { Tag } from '@/components/ui/tag';
import { messages } from '@/lib/i18n/messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import { RulesSection } from './rules-section';
import type { SitesModel } from './sites-model';
import styles from './sites-screen.module.css';

/** The sites that are read without a click, and how to add one. */
export function SitesScreen({ app, model }: { app: App; model: SitesModel }) {
  const { sites: words } = settingsMessages.value;
  const { opportunity } = messages.value;
  const sites = model.sites.value;
  useEffect(() => {
    // It comes late the first time, when the focus found no heading to go to.
    if (document.activeElement === document.body) focusHeading();
  }, []);
  return (
    <SectionPage title={words.title} explain={words.explain}>
      <ManagedNotice isManaged={model.isManaged.value} />
      {sites.length === 0 ? (
        <EmptyState icon={panelRight} title={words.empty} />
      ) : (
        <List label={words.title}>
          {sites.map((site) => (
            <SiteRow key={site.origin} model={model} site={site} />
          ))}
        </List>
      )}
      <ActionNotice action={model.granting} />
      <Section title={words.how}>
        <ol class={styles.steps}>
          {words.steps(opportunity.grant).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div class={styles.once}>{words.once}</div>
      </Section>
      <TeachFromHere app={app} />
      <RulesSection app={app} />
      <RemoveDialog model={model} />
    </SectionPage>
  );
}

/** Opens the panel where pages are taught; it follows to the CRM's tab. */
function TeachFromHere({ app }: { app: App }) {
  const { sites: words } = settingsMessages.value;
  const windowId = useSignal<number | undefined>(undefined);
  useEffect(() => {
    // The browser opens a panel only straight from the click: the window is asked for before it.
    void app.ports.activeTab().then(
      (active) => {
        windowId.value = active?.windowId;
      },
      () => undefined,
    );
  }, []);
  return (
    <Section title={words.teach}>
      <div class={styles.soft}>{words.teachNote}</div>
      {windowId.value !== undefined && (
        <Stack along="row">
          <Button onClick={() => windowId.value !== undefined && openInPanel(app, windowId.value)}>
            {words.teachOpen}
          </Button>
        </Stack>
      )}
    </Section>
  );
}

function SiteRow({ model, site }: { model: SitesModel; site: SitesModel['sites']['value'][number] }) {
  const { sites: words } = settingsMessages.value;
  const { origin, name, permitted } = site;
  return (
    <ListRow
      title={name}
      note={permitted === false ? <Tag tone="warn">{words.notPermitted}</Tag> : origin}
      end={
        !model.isManaged.value && (
          <>
            {permitted === false && (
              <Button aria-label={words.grantOf(name)} onClick={() => void model.grant(site)}>
                {words.grant}
              </Button>
            )}
            <Button aria-label={words.removeOf(name)} onClick={() => model.askToRemove(origin)}>
              {words.remove}
            </Button>
          </>
        )
      }
    />
  );
}

function RemoveDialog({ model }: { model: SitesModel }) {
  const { sites: words } = settingsMessages.value;
  const site = model.removing.value;
  if (!site) return null;
  const cancel = () => model.askToRemove(undefined);
  async function remove(): Promise<void> {
    // The button that had focus goes with its row.
    if (await model.remove()) focusHeading();
  }
  return (
    <Dialog
      id="remove-site"
      title={words.removeConfirm(site.name)}
      onCancel={cancel}
      actions={
        <>
          <Button kind="ghost" onClick={cancel}>
            {messages.value.words.cancel}
          </Button>
          <Button kind="danger" busy={model.action.isBusy.value} onClick={() => void remove()}>
            {words.removeOf(site.name)}
          </Button>
        </>
      }
    >
      <div>{words.removeNote}</div>
      <ActionNotice action={model.action} />
    </Dialog>
  );
}
