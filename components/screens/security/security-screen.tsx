import { ActionNotice } from '@/components/screens/options/action-notice';
import { ManagedNotice } from '@/components/screens/options/managed-notice';
import { SectionPage } from '@/components/screens/options/section-page';
import { Field } from '@/components/ui/field';
import { FooterBar } from '@/components/ui/footer-bar';
import { Select } from '@/components/ui/select';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import { ForgetSection } from './forget-section';
import { ProtectionSection } from './protection-section';
import type { SecurityModel } from './security-model';
import { VaultGateActions, VaultGateFields } from './vault-gate-fields';

export interface SecurityScreenProps {
  model: SecurityModel;
  /** Jobs that are not finished: they wait for secrets. */
  openJobs: number;
}

export function SecurityScreen({ model, openJobs }: SecurityScreenProps) {
  const { security } = settingsMessages.value;
  const footer = model.gate.need.value && (
    <FooterBar>
      <VaultGateActions gate={model.gate} leadsOn={false} />
    </FooterBar>
  );
  return (
    <SectionPage title={security.title} explain={security.explain} footer={footer}>
      <ManagedNotice isManaged={model.preferences.isManaged.value} />
      <ProtectionSection model={model} />
      <VaultGateFields gate={model.gate} mode={model.vault.value.mode} />
      <AutoLock model={model} />
      {model.vault.value.state !== 'absent' && <ForgetSection model={model} openJobs={openJobs} />}
    </SectionPage>
  );
}

const autoLockChoices = [1, 5, 15, 30, 60, 240, 0];

function AutoLock({ model }: { model: SecurityModel }) {
  const { security, appearance } = settingsMessages.value;
  const { preferences } = model;
  const { autoLockMinutes } = preferences.preferences.value;
  // A settings file may have brought another number.
  const offered = autoLockChoices.includes(autoLockMinutes) ? autoLockChoices : [autoLockMinutes, ...autoLockChoices];
  const choices = offered.map((minutes) => ({
    value: String(minutes),
    label: minutes === 0 ? security.autoLockNever : security.autoLockAfter(minutes),
  }));
  return (
    <>
      <Field id="auto-lock" label={security.autoLock} hint={security.autoLockHint}>
        {(control) => (
          <Select
            {...control}
            value={String(autoLockMinutes)}
            choices={choices}
            disabled={preferences.isManaged.value}
            onValue={(minutes) => void preferences.choose({ autoLockMinutes: Number(minutes) })}
          />
        )}
      </Field>
      <ActionNotice action={preferences.action} done={appearance.applied} />
    </>
  );
}
