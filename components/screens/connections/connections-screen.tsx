import { late } from '@/components/app/late';
import type { ConnectionFormProps } from './connection-form-screen';
import { ConnectionsList } from './connections-list';
import type { ConnectionsModel } from './connections-model';
import type { CrmFormProps } from './crm-form-screen';

const ConnectionForm = late<ConnectionFormProps>(async () => (await import('./connection-forms')).ConnectionFormScreen);
const CrmForm = late<CrmFormProps>(async () => (await import('./connection-forms')).CrmFormScreen);

/** The list of connections, or the one that is being added or changed. */
export function ConnectionsScreen({ model }: { model: ConnectionsModel }) {
  const form = model.form.value;
  const crmForm = model.crmForm.value;
  if (crmForm) return <CrmForm model={model} form={crmForm} />;
  return form ? <ConnectionForm model={model} form={form} /> : <ConnectionsList model={model} />;
}
