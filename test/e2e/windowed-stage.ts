import { type Display, startDisplay } from './display.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';

/** A stage whose browser has real windows, menus and prompts, on a display of its own. */
export type WindowedStage = Stage & { display: Display };

export async function openWindowedStage(options: StageOptions = {}): Promise<WindowedStage> {
  const display = await startDisplay();
  try {
    const stage = await openStage({ ...options, window: { display: display.name } });
    return {
      ...stage,
      display,
      async close(closing) {
        await stage.close(closing);
        await display.close();
      },
    };
  } catch (error) {
    await display.close();
    throw error;
  }
}
