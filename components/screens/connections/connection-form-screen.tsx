import { useEffect } from 'preact/hooks';
import { ActionNotice } from '@/components/screens/options/action-notice';
import { Closable } from '@/components/screens/options/closable';
import { focusFirstInvalid, focusHeading } from '@/components/screens/options/focus';
import { ManagedNotice } from '@/components/screens/options/managed-notice';
import { SectionPage } from '@/components/screens/options/section-page';
import { VaultGateActions, VaultGateFields } from '@/components/screens/security/vault-gate-fields';
import { Button } from '@/components/ui/button';
import { FooterBar } from '@/components/ui/footer-bar';
import { messages } from '@/lib/i18n/messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import { ConnectionFields } from './connection-fields-view';
import styles from './connection-form.module.css';
import type { ConnectionForm } from './connection-form-model';
import type { ConnectionsModel } from './connections-model';
import { LeaveDialog } from './leave-dialog';
import { PaceFields } from './pace-fields';
import { SecretFields } from './secret-fields';
import { TestResults } from './test-results';

const formId = 'connection-form';

export interface ConnectionFormProps {
  model: ConnectionsModel;
  form: ConnectionForm;
}

export function ConnectionFormScreen({ model, form }: ConnectionFormProps) {
  // It may have come later than the press that opened it.
  useEffect(focusHeading, []);
  const { connections: words } = settingsMessages.value;
  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (await model.save()) focusHeading();
    else focusFirstInvalid();
  }
  const { gate } = model;
  return (
    <SectionPage title={form.stored.value ? words.edit : words.add} footer={<Footer model={model} form={form} />}>
      <ManagedNotice isManaged={model.isManaged.value} />
      <form id={formId} noValidate onSubmit={(event) => void save(event)}>
        <Closable isClosed={gate.need.value !== undefined}>
          <ConnectionFields form={form} isManaged={model.isManaged.value} />
          <SecretFields form={form} />
          <PaceFields platform="top" form={form} isManaged={model.isManaged.value} />
          <div class={styles.note}>{words.permissionNote}</div>
        </Closable>
      </form>
      <TestResults form={form} />
      <ActionNotice action={form.saveAction} />
      <VaultGateFields gate={gate} mode={model.vaultMode.value} />
      {model.isLeaving.value && <LeaveDialog model={model} />}
    </SectionPage>
  );
}

function Footer({ model, form }: ConnectionFormProps) {
  const { connections: words } = settingsMessages.value;
  if (model.gate.need.value) {
    return (
      <FooterBar>
        <VaultGateActions gate={model.gate} leadsOn />
      </FooterBar>
    );
  }
  async function test(): Promise<void> {
    if (!(await form.test())) focusFirstInvalid();
  }
  return (
    <FooterBar>
      <Button
        kind="ghost"
        onClick={() => {
          model.leave();
          focusHeading();
        }}
      >
        {messages.value.words.cancel}
      </Button>
      <Button busy={form.testAction.isBusy.value} onClick={() => void test()}>
        {form.testAction.isBusy.value ? words.testing : words.test}
      </Button>
      <Button kind="primary" type="submit" form={formId} busy={form.saveAction.isBusy.value}>
        {messages.value.words.save}
      </Button>
    </FooterBar>
  );
}
