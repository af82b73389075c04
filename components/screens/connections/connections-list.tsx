import { ActionNotice } from '@/components/screens/options/action-notice';
import live from '@/components/screens/options/live.module.css';
import { ManagedNotice } from '@/components/screens/options/managed-notice';
import { SectionPage } from '@/components/screens/options/section-page';
import { sectionHref } from '@/components/screens/options/sections';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FooterBar } from '@/components/ui/footer-bar';
import { plus } from '@/components/ui/icons';
import { List } from '@/components/ui/list';
import { Notice } from '@/components/ui/notice';
import { key } from '@/components/ui/screen-icons';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import { topConnections } from '@/lib/messages/connections-of';
import { ConnectionRow } from './connection-row';
import type { ConnectionsModel } from './connections-model';
import { RemoveDialog } from './remove-dialog';

export function ConnectionsList({ model }: { model: ConnectionsModel }) {
  const { connections: words } = settingsMessages.value;
  const savedName = model.savedName.value;
  function add(): void {
    model.add(topConnections(model.connections.value).length === 0 ? words.platforms.top : '');
  }
  function addCrm(): void {
    model.addCrm(words.platforms.ikcrm);
  }
  const footer = !model.isManaged.value && (
    <FooterBar hint={<a href={sectionHref('data')}>{words.importFile}</a>}>
      <Button icon={plus} onClick={addCrm}>
        {words.addCrm}
      </Button>
      <Button kind="primary" icon={plus} onClick={add}>
        {words.add}
      </Button>
    </FooterBar>
  );
  return (
    <SectionPage title={words.title} explain={words.explain} footer={footer}>
      <ManagedNotice isManaged={model.isManaged.value} />
      <div class={live.live} aria-live="polite">
        {savedName && <Notice tone="ok" title={words.saved(savedName)} />}
      </div>
      {model.connections.value.length === 0 ? (
        <EmptyState icon={key} title={words.empty}>
          {words.emptyNext}
        </EmptyState>
      ) : (
        <List label={words.title}>
          {model.connections.value.map((connection) => (
            <ConnectionRow key={connection.id} model={model} connection={connection} />
          ))}
        </List>
      )}
      <ActionNotice action={model.grantAction} />
      <RemoveDialog model={model} />
    </SectionPage>
  );
}
