import { ConnectionFormScreen } from './connection-form-screen';
import { ConnectionsList } from './connections-list';
import type { ConnectionsModel } from './connections-model';
import { CrmFormScreen } from './crm-form-screen';

/** The list of connections, or the one that is being added or changed. */
export function ConnectionsScreen({ model }: { model: ConnectionsModel }) {
  const form = model.form.value;
  const crmForm = model.crmForm.value;
  if (crmForm) return <CrmFormScreen model={model} form={crmForm} />;
  return form ? <ConnectionFormScreen model={model} form={form} /> : <ConnectionsList model={model} />;
}
