import { spawn } from 'node:child_process';

const stepLimitMs = 15 * 60_000;

export type StepResult = { isPassed: boolean; output: string; seconds: number };

/** Runs a program and gathers what it prints. One that hangs is ended, with all it started, and counts as failed. */
export function runStep(
  command: string,
  parameters: readonly string[],
  { limitMs = stepLimitMs }: { limitMs?: number } = {},
): Promise<StepResult> {
  const startMs = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    const endWithUs = () => endGroup(child.pid);
    process.once('exit', endWithUs);
    const finish = (isPassed: boolean) => {
      clearTimeout(timer);
      process.off('exit', endWithUs);
      const seconds = (performance.now() - startMs) / 1000;
      resolve({ isPassed, output: Buffer.concat(chunks).toString('utf8'), seconds });
    };
    const timer = setTimeout(() => {
      chunks.push(Buffer.from(`\nStopped: no end after ${limitMs / 1000} s.\n`));
      endGroup(child.pid);
    }, limitMs);
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`));
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

function endGroup(leaderPid: number | undefined): void {
  if (leaderPid === undefined) return;
  try {
    process.kill(-leaderPid, 'SIGKILL');
  } catch {
    // It ended between the limit and here.
  }
}
