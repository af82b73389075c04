import type { App } from '@/components/app/app';
import { goTo } from '@/components/app/route';
import { personToAdd } from '@/components/screens/outreach/person-to-add';
import { Button } from '@/components/ui/button';
import { Stack } from '@/components/ui/stack';
import { helpMessages } from '@/lib/i18n/help-messages';
import { topConnections } from '@/lib/messages/connections-of';
import type { PageContext, TabContext } from '@/lib/messages/page-context';

/** Leads to the outreach form, with a task for whom the page names. */
export function AddToOutreach({ app, tab, context }: { app: App; tab: TabContext; context: PageContext }) {
  const applies = !tab.operations || tab.operations.some(({ operation }) => operation === 'submit-outreach');
  if (!applies || topConnections(app.state.value.connections).length === 0) return null;
  const add = () => {
    personToAdd.value = context;
    goTo({ screen: 'outreach' });
  };
  return (
    <Stack along="row">
      <Button onClick={add}>{helpMessages.value.addToOutreach}</Button>
    </Stack>
  );
}
