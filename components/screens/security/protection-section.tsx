import { ActionNotice } from '@/components/screens/options/action-notice';
import live from '@/components/screens/options/live.module.css';
import { Button } from '@/components/ui/button';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { lock, lockOpen } from '@/components/ui/icons';
import { Notice } from '@/components/ui/notice';
import { key } from '@/components/ui/screen-icons';
import { Section } from '@/components/ui/section';
import { Stack } from '@/components/ui/stack';
import { Tag } from '@/components/ui/tag';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import type { AppState } from '@/lib/messages/app-state';
import { ChangeFields } from './change-fields';
import type { SecurityModel } from './security-model';

/** Whether the vault is open, how it is protected, and what can be done about either. */
export function ProtectionSection({ model }: { model: SecurityModel }) {
  const { security } = settingsMessages.value;
  const { state, mode } = model.vault.value;
  const event = model.lastEvent.value;
  return (
    <Section title={security.mode}>
      <Stack>
        <DescriptionList>
          <Description term={security.state}>
            <VaultTag state={state} />
            {state === 'absent' && security.absentNote}
          </Description>
          {mode && (
            <Description term={security.mode}>
              {mode === 'passphrase' ? security.passphraseMode : security.deviceMode}
              {mode === 'device' && <Tag tone="warn">{security.weaker}</Tag>}
            </Description>
          )}
        </DescriptionList>
        {mode === 'device' && <Notice tone="warn" title={security.deviceModeNote} />}
        <VaultActions model={model} />
        <ActionNotice action={model.lockAction} />
        <div class={live.live} aria-live="polite">
          {event && <Notice tone="ok" title={event === 'changed' ? security.changed : security.forgetDone} />}
        </div>
        {model.change.value && <ChangeFields model={model} change={model.change.value} />}
      </Stack>
    </Section>
  );
}

function VaultTag({ state }: { state: AppState['vault']['state'] }) {
  const { security } = settingsMessages.value;
  if (state === 'absent') return <Tag tone="neutral">{security.absent}</Tag>;
  return state === 'locked' ? (
    <Tag tone="neutral" icon={lock}>
      {security.locked}
    </Tag>
  ) : (
    <Tag tone="ok" icon={lockOpen}>
      {security.unlocked}
    </Tag>
  );
}

function VaultActions({ model }: { model: SecurityModel }) {
  const { security } = settingsMessages.value;
  const { unlock } = screenMessages.value;
  const { state, mode } = model.vault.value;
  if (model.gate.need.value || model.change.value) return null;
  if (state === 'absent') {
    return (
      <Stack along="row">
        <Button icon={key} onClick={() => void model.gate.pass()}>
          {security.setUp}
        </Button>
      </Stack>
    );
  }
  return (
    <Stack along="row">
      {state === 'locked' ? (
        <Button icon={lockOpen} onClick={() => void model.gate.pass()}>
          {unlock.submit}
        </Button>
      ) : (
        <Button icon={lock} busy={model.lockAction.isBusy.value} onClick={() => void model.lock()}>
          {security.lockNow}
        </Button>
      )}
      {mode === 'passphrase' && <Button onClick={() => model.openChange('passphrase')}>{security.change}</Button>}
      <Button onClick={() => model.openChange('mode')}>
        {mode === 'passphrase' ? security.toDevice : security.toPassphrase}
      </Button>
    </Stack>
  );
}
