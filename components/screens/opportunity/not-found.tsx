import type { App } from '@/components/app/app';
import { goTo } from '@/components/app/route';
import { Selection } from '@/components/screens/selection/late-selection';
import { TeachDoor } from '@/components/screens/teach/late-teach';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { TextInput } from '@/components/ui/text-input';
import { messages } from '@/lib/i18n/messages';
import type { TabContext } from '@/lib/messages/page-context';
import { EnableSite } from './enable-site';
import styles from './not-found.module.css';
import type { OpportunityModel } from './opportunity-model';
import { pressedOn } from './pressed-on';

/** A page without an opportunity, or one that may not be read: why, and how to go on all the same. */
export function NotFound({ app, model, tab }: { app: App; model: OpportunityModel; tab: TabContext }) {
  const { opportunity } = messages.value;
  return (
    <>
      <PageHeader title={opportunity.title} />
      <Why model={model} tab={tab} />
      {tab.state === 'none' && !tab.rows && <TeachDoor app={app} tab={tab} />}
      {tab.rows && <Selection app={app} />}
      <TypedId model={model} />
    </>
  );
}

function Why({ model, tab }: { model: OpportunityModel; tab: TabContext }) {
  const { opportunity } = messages.value;
  if (tab.state === 'restricted')
    return (
      <Notice tone="neutral" title={opportunity.cannotRead}>
        {tab.barrier ? opportunity.barriers[tab.barrier] : opportunity.cannotReadNext}
      </Notice>
    );
  if (tab.state === 'no-access') {
    const host = model.host.value;
    return (
      <>
        <Notice tone="info" title={host ? opportunity.needsPermission(host) : opportunity.needsClick}>
          {host ? opportunity.needsPermissionNext : opportunity.needsClickNext}
        </Notice>
        <EnableSite model={model} />
      </>
    );
  }
  if (tab.rows)
    return (
      <Notice tone="neutral" title={opportunity.list(tab.rows.total, tab.rows.ticked.length)}>
        {opportunity.listNext}
      </Notice>
    );
  return (
    <Notice tone="neutral" title={opportunity.none}>
      {opportunity.noneNext}
    </Notice>
  );
}

function TypedId({ model }: { model: OpportunityModel }) {
  const { opportunity } = messages.value;
  const goOn = async () => {
    const opportunityId = await model.takeTypedId();
    pressedOn.value = undefined;
    if (opportunityId !== undefined) goTo({ screen: 'release', opportunityId });
    else document.getElementById('typed-id')?.focus();
  };
  return (
    <form
      novalidate
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void goOn();
      }}
    >
      <Field
        id="typed-id"
        label={opportunity.enterId}
        hint={opportunity.idHint}
        error={model.isTypedIdFaulty.value ? opportunity.notOpportunityId : undefined}
      >
        {(control) => (
          <TextInput
            {...control}
            code
            inputMode="numeric"
            value={model.typedId.value}
            onValue={(text) => {
              model.typedId.value = text;
            }}
          />
        )}
      </Field>
      <Button type="submit" kind="primary">
        {opportunity.release}
      </Button>
    </form>
  );
}
