import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Display = {
  /** What goes into DISPLAY: ":3". */
  name: string;
  /** The screen's pixels as a file that always holds what is shown now (XWD format). */
  framebufferPath: string;
  close(): Promise<void>;
};

/** Starts an X server without a screen on a display number that is free. */
export async function startDisplay({ width = 1280, height = 900 } = {}): Promise<Display> {
  const folder = mkdtempSync(join(tmpdir(), 'crm-sidekick-display-'));
  const parameters = ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-fbdir', folder];
  const server = spawn('Xvfb', parameters, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => server.once('close', resolve));
  const endWithUs = () => server.kill();
  process.once('exit', endWithUs);
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended before it had a display.')));
    let told = '';
    server.stdio[3]?.on('data', (chunk: Buffer) => {
      told += chunk.toString('latin1');
      if (told.endsWith('\n')) resolve(told.trim());
    });
  });
  return {
    name: `:${number}`,
    framebufferPath: join(folder, 'Xvfb_screen0'),
    async close() {
      process.off('exit', endWithUs);
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
