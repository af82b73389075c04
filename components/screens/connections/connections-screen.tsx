import { ConnectionFormScreen } from './connection-form-screen';
import { ConnectionsList } from './connections-list';
import type { ConnectionsModel } from './connections-model';

/** The list of connections, or the one that is being added or changed. */
export function ConnectionsScreen({ model }: { model: ConnectionsModel }) {
  const form = model.form.value;
  return form ? <ConnectionFormScreen model={model} form={form} /> : <ConnectionsList model={model} />;
}
