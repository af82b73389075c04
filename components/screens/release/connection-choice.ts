import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import type { TopConnectionSummary } from '@/lib/messages/app-state';
import { topConnections } from '@/lib/messages/connections-of';

/** Through which connection a form reaches the open platform. */
export interface ConnectionChoice {
  connections: ReadonlySignal<readonly TopConnectionSummary[]>;
  connectionId: ReadonlySignal<string | undefined>;
  /** What a person chose; undefined where nobody did. */
  chosenConnection: Signal<string | undefined>;
}

/** What was chosen comes before the connection that the page names, and that before the first. */
export function createConnectionChoice(
  { state }: Pick<App, 'state'>,
  ofPage: () => string | undefined = () => undefined,
): ConnectionChoice {
  const chosenConnection = signal<string | undefined>(undefined);
  const connections = computed(() => topConnections(state.value.connections));
  const find = (wanted: string | undefined) => connections.value.find(({ id }) => id === wanted)?.id;
  const connectionId = computed(() =>
    // One that was chosen and is gone makes room for no other, which may be another company's.
    chosenConnection.value === undefined ? (find(ofPage()) ?? connections.value[0]?.id) : find(chosenConnection.value),
  );
  return { connections, connectionId, chosenConnection };
}
