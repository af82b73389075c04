import { render } from 'preact';
import { followWishes } from './follow-wishes';
import { ScreenOutlet } from './screen-outlet';
import { type StartOptions, startApp } from './start-app';
import { wakeWhenDue } from './wake-when-due';

/** Popup and panel: starts the app, renders its screens and lets it run as long as the page lives. */
export async function startSurface(options: StartOptions, root: HTMLElement): Promise<void> {
  const app = await startApp(options);
  wakeWhenDue(app);
  if (app.surface === 'panel') followWishes(app);
  render(<ScreenOutlet app={app} />, root);
}
