import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openStage, type Stage, type StageOptions } from './stage.ts';

/** What a step of the tour can do besides using the stage. */
export type TourGuide = {
  /** Prints a line under the step. */
  say(line: string): void;
  /** Saves a picture of the page and prints its path. */
  picture(page: Page, name: string): Promise<void>;
};

/** One thing a person would do, and what came of it. Fails by throwing. */
export type TourStep = { title: string; run(stage: Stage, guide: TourGuide): Promise<void> };

export type TourOptions = {
  steps: readonly TourStep[];
  pictureFolder: string;
  print: (line: string) => void;
  stageOptions?: StageOptions;
};

/**
 * Takes the steps one after the other in a headless browser over the sandbox and prints what happened: the steps, the
 * pictures, what the platform was asked. Stops at the first step that fails. Gives whether all went well.
 */
export async function runTour({ steps, pictureFolder, print, stageOptions = {} }: TourOptions): Promise<boolean> {
  rmSync(pictureFolder, { recursive: true, force: true });
  mkdirSync(pictureFolder, { recursive: true });
  const stage = await openStage(stageOptions);
  const guide: TourGuide = {
    say: (line) => print(`   ${line}`),
    async picture(page, name) {
      const path = join(pictureFolder, `${name}.png`);
      await page.screenshot({ path, animations: 'disabled' });
      print(`   picture: ${path}`);
    },
  };
  try {
    for (const [index, step] of steps.entries()) {
      print(`${index + 1}. ${step.title}`);
      await step.run(stage, guide);
    }
    return true;
  } catch (error) {
    print(`   FAILED: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  } finally {
    const lines = stage.sandbox.ledgerLines();
    print(`What the platform was asked (${lines.length}):`);
    for (const line of lines) print(`   ${line}`);
    await stage.close();
  }
}
