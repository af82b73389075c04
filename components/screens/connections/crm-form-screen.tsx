import { useEffect } from 'preact/hooks';
import type { Action } from '@/components/app/create-action';
import { SaidByPlatform } from '@/components/app/said-by-platform';
import { Closable } from '@/components/screens/options/closable';
import { bringIntoView, focusFirstInvalid, focusHeading } from '@/components/screens/options/focus';
import live from '@/components/screens/options/live.module.css';
import { ManagedNotice } from '@/components/screens/options/managed-notice';
import { SectionPage } from '@/components/screens/options/section-page';
import { VaultGateActions, VaultGateFields } from '@/components/screens/security/vault-gate-fields';
import { Button } from '@/components/ui/button';
import { FooterBar } from '@/components/ui/footer-bar';
import { List, ListRow } from '@/components/ui/list';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { describeCrmError, editMessages } from '@/lib/i18n/edit-messages';
import { messages } from '@/lib/i18n/messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import styles from './connection-form.module.css';
import type { ConnectionsModel } from './connections-model';
import { CrmFields } from './crm-fields-view';
import type { CrmForm } from './crm-form-model';
import { LeaveDialog } from './leave-dialog';
import { PaceFields } from './pace-fields';

const formId = 'crm-form';

export interface CrmFormProps {
  model: ConnectionsModel;
  form: CrmForm;
}

export function CrmFormScreen({ model, form }: CrmFormProps) {
  // It may have come later than the press that opened it.
  useEffect(focusHeading, []);
  const { connections: words } = settingsMessages.value;
  const { gate } = model;
  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (await model.save()) focusHeading();
    else focusFirstInvalid();
  }
  return (
    <SectionPage title={form.stored.value ? words.edit : words.addCrm} footer={<Footer model={model} form={form} />}>
      <ManagedNotice isManaged={model.isManaged.value} />
      <form id={formId} noValidate onSubmit={(event) => void save(event)}>
        <Closable isClosed={gate.need.value !== undefined}>
          <CrmFields form={form} isManaged={model.isManaged.value} />
          <PaceFields platform="ikcrm" form={form} isManaged={model.isManaged.value} />
          <div class={styles.note}>{words.permissionNote}</div>
        </Closable>
      </form>
      <Checks form={form} />
      <Failure action={form.testAction} />
      <Failure action={form.saveAction} />
      <VaultGateFields gate={gate} mode={model.vaultMode.value} />
      {model.isLeaving.value && <LeaveDialog model={model} />}
    </SectionPage>
  );
}

function Footer({ model, form }: CrmFormProps) {
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
  const isSigningIn = form.fields.value.way === 'sign-in';
  const leave = () => {
    model.leave();
    focusHeading();
  };
  return (
    <FooterBar>
      <Button kind="ghost" onClick={leave}>
        {messages.value.words.cancel}
      </Button>
      {!isSigningIn && (
        <Button busy={form.testAction.isBusy.value} onClick={() => void test()}>
          {form.testAction.isBusy.value ? words.testing : words.test}
        </Button>
      )}
      <Button kind="primary" type="submit" form={formId} busy={form.saveAction.isBusy.value}>
        {isSigningIn ? editMessages.value.connections.signInAndSave : messages.value.words.save}
      </Button>
    </FooterBar>
  );
}

const tones = { ok: 'ok', wrong: 'bad', 'not-checked': 'neutral' } as const;

function Checks({ form }: { form: CrmForm }) {
  const { connections: words } = settingsMessages.value;
  const { testParts } = editMessages.value.connections;
  const checks = form.checks.value;
  return (
    <div class={live.live} aria-live="polite">
      {checks && (
        <div ref={bringIntoView}>
          <Section title={words.testResults}>
            <List>
              {checks.map(({ part, state, error }) => (
                <ListRow
                  key={part}
                  title={testParts[part]}
                  note={error && <Cause {...describeCrmError(error)} />}
                  end={<Tag tone={tones[state]}>{words.testStates[state]}</Tag>}
                />
              ))}
            </List>
          </Section>
        </div>
      )}
    </div>
  );
}

function Cause({ title, next, said }: ReturnType<typeof describeCrmError>) {
  return (
    <>
      <div>{title}</div>
      <div>{next}</div>
      {said && <div>{said}</div>}
    </>
  );
}

function Failure({ action }: { action: Action }) {
  const error = action.error.value;
  const described = error && describeCrmError(error);
  return (
    <div class={live.live} aria-live="polite">
      {described && (
        <div ref={bringIntoView}>
          <Notice tone="bad" title={described.title}>
            <div>{described.next}</div>
            <SaidByPlatform {...described} />
          </Notice>
        </div>
      )}
    </div>
  );
}
