import { Button } from '@/components/ui/button';
import { CountdownRing } from '@/components/ui/countdown-ring';
import { IconButton } from '@/components/ui/icon-button';
import { lock, panelRight, settings } from '@/components/ui/icons';
import { IdText } from '@/components/ui/id-text';
import { Page } from '@/components/ui/page';
import { PageHeader } from '@/components/ui/page-header';
import { PopupBar } from '@/components/ui/popup-bar';
import { Toast } from '@/components/ui/toast';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';

export function PopupPage() {
  const { app, opportunity, words } = messages.value;
  const { release } = screenMessages.value;
  return (
    <Page
      surface="popup"
      top={
        <PopupBar title={words.productName}>
          <IconButton icon={panelRight} label={app.openPanel} />
          <IconButton icon={lock} label={app.lockNow} />
          <IconButton icon={settings} label={app.openSettings} />
        </PopupBar>
      }
    >
      <PageHeader title="老王火锅（三里屯店）">
        {opportunity.title} <IdText>20191214888</IdText> · 方案 / 报价
      </PageHeader>
      <Button kind="primary">{opportunity.release}</Button>
      <Toast
        sign={<CountdownRing secondsLeft={4} secondsTotal={5} />}
        title={release.held(4, '20191214888')}
        note={release.heldNote}
        action={<Button>{release.callOff}</Button>}
      />
    </Page>
  );
}
