import type { ReadonlySignal } from '@preact/signals';
import type { AppState } from '@/lib/messages/app-state';
import type { Client } from '@/lib/messages/client';

/** What a surface needs of the browser. An entrypoint hands it over, so that models are tested without one. */
export interface Ports {
  /** The tab the surface is about: the popup's, or the active one beside the panel. */
  activeTab(): Promise<{ tabId: number; windowId: number } | undefined>;
  /** Called when another tab became active here, or the tab's page changed. Answers a function that ends it. */
  watchActiveTab(listener: () => void): () => void;
  /** Asks the person for hosts; call it first thing in a click. */
  requestOrigins(patterns: string[]): Promise<boolean>;
  /** Asks the person whether notifications may be shown; call it first thing in a click. */
  requestNotifications(): Promise<boolean>;
  mayNotify(): Promise<boolean>;
  /** Opens the side panel; call it first thing in a click. */
  openPanel(windowId: number): Promise<void>;
  openOptions(section?: string): Promise<void>;
  /** Says to the page in a tab that somebody is here, until the function that it answers is called or this page is closed. */
  stayWithTab(tabId: number): () => void;
  copyText(text: string): Promise<void>;
  saveFile(name: string, content: string | Blob): void;
  /** Epoch milliseconds. */
  clock(): number;
  newIntentId(): string;
}

export type Surface = 'popup' | 'panel' | 'options';

/** What every screen's model is given. */
export interface App {
  surface: Surface;
  /** The whole state as the worker last told it. */
  state: ReadonlySignal<AppState>;
  /** The page's clock, epoch milliseconds; it runs only while somebody reads it. */
  now: ReadonlySignal<number>;
  /** True while the worker does not answer; the surface goes on asking. */
  isSilent: ReadonlySignal<boolean>;
  client: Client;
  ports: Ports;
  /** The window it stands in, where that is known: what must follow a click at once cannot ask for it first. */
  windowId?: number | undefined;
  /** Asks for the state now, for whoever has changed something and cannot wait to be told. Never throws. */
  refresh(): Promise<void>;
}
