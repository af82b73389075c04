import type { SandboxOptions } from '../sandbox/sandbox.ts';
import { type ExtensionBrowser, type LaunchOptions, launchBrowser } from './browser.ts';
import { builtExtensionDir, makeGrantedBuild } from './granted-build.ts';
import { startTestSandbox, type TestSandbox } from './sandbox.ts';

/** A sandbox and a browser with the extension that may reach it. */
export type Stage = {
  sandbox: TestSandbox;
  browser: ExtensionBrowser;
  close(options?: { keepProfile?: boolean }): Promise<void>;
};

export type StageOptions = Omit<LaunchOptions, 'extensionDir'> & {
  /** Folder of the build; the production build unless told. */
  extensionDir?: string;
  /** Whether a copy of the build that already holds the sandbox's host permission is used. True unless told. */
  isGranted?: boolean;
  sandboxOptions?: SandboxOptions;
};

export async function openStage({
  extensionDir = builtExtensionDir,
  isGranted = true,
  sandboxOptions = {},
  ...launch
}: StageOptions = {}): Promise<Stage> {
  const sandbox = await startTestSandbox(sandboxOptions);
  const granted = isGranted ? makeGrantedBuild([sandbox.originPattern], extensionDir) : undefined;
  const leave = async () => {
    granted?.remove();
    await sandbox.close();
  };
  try {
    const browser = await launchBrowser({ ...launch, extensionDir: granted?.extensionDir ?? extensionDir });
    return {
      sandbox,
      browser,
      async close(options) {
        await browser.close(options);
        await leave();
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}
