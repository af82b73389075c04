import { openStage, type Stage, type StageOptions } from './stage.ts';

export type ShowcaseOptions = {
  /** Sets the extension up, before the person has the browser. */
  prepare?: (stage: Stage) => Promise<void>;
  print: (line: string) => void;
  stageOptions?: StageOptions;
};

/** Opens a browser on this machine's own screen over the sandbox's CRM, and stays until it is closed. */
export async function runShowcase({ prepare, print, stageOptions = {} }: ShowcaseOptions): Promise<void> {
  const stage = await openStage({ window: {}, ...stageOptions });
  const closed = new Promise((resolve) => stage.browser.context.once('close', resolve));
  try {
    await prepare?.(stage);
    const page = stage.browser.context.pages()[0] ?? (await stage.browser.context.newPage());
    await page.goto(`${stage.sandbox.url}/crm/`);
    print(`The sandbox's CRM is open on ${stage.sandbox.url}/crm/. Close the browser, or press Ctrl-C, to end.`);
    process.once('SIGINT', () => void stage.browser.context.close());
    process.once('SIGTERM', () => void stage.browser.context.close());
    await closed;
  } finally {
    const lines = stage.sandbox.ledgerLines();
    print(`What the platform was asked (${lines.length}):`);
    for (const line of lines) print(`   ${line}`);
    await stage.close();
  }
}
