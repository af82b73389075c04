import type { AppState } from './app-state';

/** A BroadcastChannel reaches our own origin's contexts only, never a content script or a web page. */
const channelName = 'app-state';

/** Tells every open surface the whole state. */
export function publishState(state: AppState): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(state);
  channel.close();
}

/** Calls `receive` at every change, until the answered function is called. */
export function watchState(receive: (state: AppState) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => receive(data as AppState);
  return () => channel.close();
}
